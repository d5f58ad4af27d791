package io.mergewell.crm.pipedrive.v1;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.crm.PersonPage;
import io.mergewell.crm.ReadScope;
import io.mergewell.crm.RecordedWaits;
import io.mergewell.crm.http.HttpReads;
import io.mergewell.crm.http.Peer;
import io.mergewell.crm.pipedrive.record.PersonFields;
import io.mergewell.crm.pipedrive.v1.ShiftingRows.Change;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** Rows shift while they are read, and nobody is lost or doubled. Each page is read by a list of its own, as after a kill. */
class OffsetListPropertyTests {

    private static final int SIZE = 5;

    @Property(tries = 150)
    void whoLivesThroughTheWholeReadIsReadOnce(
            @ForAll @IntRange(max = 40) int persons,
            @ForAll @IntRange(min = 1, max = 4) int overlap,
            @ForAll("changes") List<Change> changes)
            throws IOException {
        try (ShiftingRows rows = new ShiftingRows(persons, changes)) {
            List<Long> read = readAll(rows, overlap);

            assertThat(read).doesNotHaveDuplicates().isSorted();
            assertThat(read).containsAll(rows.everSince());
        }
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        Arbitrary<List<Integer>> few =
                Arbitraries.integers().between(0, 45).list().ofMaxSize(4);
        Arbitrary<List<Integer>> fromTheFront = Arbitraries.integers()
                .between(0, 30)
                .map(count -> IntStream.range(0, count).boxed().toList());
        return Combinators.combine(
                        Arbitraries.oneOf(few, fromTheFront),
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.of(true, false, false))
                .as(Change::new)
                .list()
                .ofMaxSize(12);
    }

    @Example
    void stepsBackUntilItKnowsThatNobodyIsBehindIt() throws IOException {
        Change nearlyAllThatWereRead = new Change(IntStream.range(0, 14).boxed().toList(), 0, false);
        Change none = new Change(List.of(), 0, false);
        try (ShiftingRows rows = new ShiftingRows(30, List.of(none, none, none, nearlyAllThatWereRead))) {
            assertThat(readAll(rows, 1)).containsAll(rows.everSince());
        }
    }

    @Example
    void asksForNoPageTwiceWhereNothingChanges() throws IOException {
        try (ShiftingRows rows = new ShiftingRows(17, List.of())) {
            assertThat(readAll(rows, 1)).hasSize(17);
            assertThat(rows.requests()).as("rows 0, 4, 8, 12").isEqualTo(4);
        }
    }

    private static List<Long> readAll(ShiftingRows rows, int overlap) {
        List<Long> read = new ArrayList<>();
        @Nullable String cursor = null;
        HttpReads reads = new HttpReads(
                new Peer("Pipedrive", rows.endpoint(), "x-api-token"), Duration.ofSeconds(20), new RecordedWaits());
        do {
            PersonPage page = list(reads, overlap).page(new ReadScope.Everything(), cursor);
            page.persons()
                    .forEach(person ->
                            read.add(Long.parseLong(person.person().id().value())));
            cursor = page.next();
        } while (cursor != null);
        return read;
    }

    private static OffsetList list(HttpReads reads, int overlap) {
        return new OffsetList("Pipedrive", reads, PersonFilter.ALL, PersonFields.v1("Pipedrive", reads), SIZE, overlap);
    }
}
