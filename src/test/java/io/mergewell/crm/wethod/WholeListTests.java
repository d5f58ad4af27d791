package io.mergewell.crm.wethod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergewell.crm.CrmException;
import io.mergewell.crm.PersonPage;
import io.mergewell.crm.PersonSource;
import io.mergewell.crm.ReadScope;
import io.mergewell.crm.RecordedWaits;
import io.mergewell.crm.SourcedPerson;
import io.mergewell.crm.settings.ChosenOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Offset paging over a list that has no order and does not stand still. */
class WholeListTests {

    private static final ReadScope EVERYTHING = new ReadScope.Everything();

    @Test
    void aListOfOnePageIsReadOnce() throws IOException {
        try (RestlessWethod wethod = new RestlessWethod(99, (persons, request) -> {})) {
            assertThat(new Reader(wethod).read()).hasSize(99);
            assertThat(wethod.asked()).containsExactly("limit=100&offset=0");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 250, 300})
    void aLongerListIsReadTwice(int size) throws IOException {
        try (RestlessWethod wethod = new RestlessWethod(size, (persons, request) -> {})) {
            Reader reader = new Reader(wethod);

            assertThat(reader.read()).hasSize(size);
            assertThat(wethod.asked()).hasSize(2 * (size / 100 + 1));
            assertThat(reader.told).isEqualTo(size);
        }
    }

    @Test
    void whoSlipsBackToAPageThatWasReadIsFound() throws IOException {
        try (RestlessWethod wethod = new RestlessWethod(250, (persons, request) -> {
            if (request == 2) {
                Collections.swap(persons, 0, 249);
            }
        })) {
            assertThat(new Reader(wethod).read()).containsExactlyElementsOf(new TreeSet<>(wethod.persons()));
        }
    }

    @Test
    void whoStandsBehindADeletedPersonIsFound() throws IOException {
        try (RestlessWethod wethod = new RestlessWethod(250, (persons, request) -> {
            if (request == 2) {
                persons.remove(50L);
            }
        })) {
            assertThat(new Reader(wethod).read())
                    .contains(101L)
                    .doesNotContain(50L)
                    .containsExactlyElementsOf(new TreeSet<>(wethod.persons()));
        }
    }

    /** Each page by a new process, over a list that is shuffled, shortened and lengthened until it comes to rest. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void whateverChangesMeanwhileTheEndIsTheWholeList(int seed) throws IOException {
        Random chance = new Random(seed);
        int restless = 1 + chance.nextInt(9);
        try (RestlessWethod wethod = new RestlessWethod(150 + chance.nextInt(200), (persons, request) -> {
            if (request <= restless) {
                change(persons, chance);
            }
        })) {
            assertThat(new Reader(wethod).read()).containsExactlyElementsOf(new TreeSet<>(wethod.persons()));
        }
    }

    @Test
    void aListThatNeverComesToRestEndsWithASentence() throws IOException {
        Random chance = new Random(1);
        try (RestlessWethod wethod = new RestlessWethod(250, (persons, request) -> change(persons, chance))) {
            PersonSource source = Reader.source(wethod);

            assertThatThrownBy(() -> {
                        String cursor = null;
                        do {
                            cursor = source.page(EVERYTHING, cursor).next();
                        } while (cursor != null);
                    })
                    .isInstanceOf(CrmException.Temporary.class)
                    .hasMessageContaining("did not show the same persons twice in a row, 6 times over")
                    .hasMessageContaining("Nothing was planned on it.");
        }
    }

    @Test
    void aServerThatKnowsNoOffsetIsNotReadForEver() throws IOException {
        try (RestlessWethod wethod = new RestlessWethod(100, (persons, request) -> {
            if (request == 2) {
                List<Long> first = List.copyOf(persons);
                persons.addAll(first);
            }
        })) {
            PersonSource source = Reader.source(wethod);
            PersonPage first = source.page(EVERYTHING, null);

            assertThatThrownBy(() -> source.page(EVERYTHING, first.next()))
                    .isInstanceOf(CrmException.BrokenContract.class)
                    .hasMessageContaining("sent a whole page of persons it had sent before");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1;0", "x;0;false;;;", "1;0;false;a;;", "eyJpZCI6MX0"})
    void aCursorOfAnotherMakingBeginsTheReadAnew(String cursor) throws IOException {
        try (RestlessWethod wethod = new RestlessWethod(1, (persons, request) -> {})) {
            assertThatThrownBy(() -> Reader.source(wethod).page(EVERYTHING, cursor))
                    .isInstanceOf(CrmException.CursorExpired.class);
            assertThat(wethod.asked()).isEmpty();
        }
    }

    private static void change(List<Long> persons, Random chance) {
        switch (chance.nextInt(4)) {
            case 0 -> Collections.shuffle(persons, chance);
            case 1 -> persons.remove(chance.nextInt(persons.size()));
            case 2 -> persons.add(chance.nextInt(persons.size()), 1_000L + chance.nextInt(1_000_000));
            default -> Collections.rotate(persons, 1 + chance.nextInt(120));
        }
    }

    /** Keeps what it is told as a mirror does, and forgets everything but the cursor between two pages. */
    private static final class Reader {

        private final RestlessWethod wethod;
        private int told;

        Reader(RestlessWethod wethod) {
            this.wethod = wethod;
        }

        Set<Long> read() {
            Set<Long> mirror = new TreeSet<>();
            String cursor = null;
            do {
                PersonPage page = source(wethod).page(EVERYTHING, cursor);
                page.gone().forEach(gone -> mirror.remove(Long.valueOf(gone.value())));
                for (SourcedPerson person : page.persons()) {
                    assertThat(mirror.add(Long.valueOf(person.person().id().value())))
                            .as("told for the first time")
                            .isTrue();
                    told++;
                }
                cursor = page.next();
            } while (cursor != null);
            return mirror;
        }

        static PersonSource source(RestlessWethod wethod) {
            return new Wethod()
                    .connect(
                            wethod.endpoint(),
                            ChosenOptions.of(Map.of("company", "acme")),
                            Duration.ofSeconds(20),
                            new RecordedWaits())
                    .source();
        }
    }
}
