package io.mergewell.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.person.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TruthTests {

    /** 1, 2 and 3 are one human being, 4 and 5 another, 6 is alone; nobody knows who 7 is. */
    private final Truth truth = truth("1=a", "2=a", "3=a", "4=b", "5=b", "6=c");

    @ParameterizedTest
    @CsvSource({
        "'', 0, 0",
        "1 2 3|4 5, 4, 4",
        "1 2, 1, 1",
        "1 2 4, 3, 1",
        "1 2 3 4 5 6, 15, 4",
        "1 6|2 5, 2, 0",
        "1 2 7, 1, 1",
        "6 7, 0, 0",
    })
    void judgesEveryTwoRecordsOfAGroup(String groups, long claimed, long right) {
        PairCounts judged = truth.judge(groups(groups));

        assertThat(judged).isEqualTo(new PairCounts(claimed, right, 4));
    }

    @Test
    void countsAsIfEveryPairWereLookedAt() {
        Random random = new Random(7);
        for (int attempt = 0; attempt < 50; attempt++) {
            Truth labels = new Truth();
            List<PersonId> records = IntStream.rangeClosed(1, 40)
                    .mapToObj(id -> new PersonId("" + id))
                    .toList();
            records.forEach(id -> labels.add(id, "h" + random.nextInt(12)));
            List<List<PersonId>> groups =
                    Stream.<List<PersonId>>generate(ArrayList::new).limit(10).toList();
            records.forEach(id -> groups.get(random.nextInt(10)).add(id));

            RecordTruth truth = labels.of(records.size(), records::get);
            List<int[]> claimed = groups.stream()
                    .flatMap(group ->
                            everyTwo(group.stream().mapToInt(records::indexOf).toArray()))
                    .toList();

            assertThat(labels.judge(groups))
                    .isEqualTo(new PairCounts(
                            claimed.size(),
                            claimed.stream()
                                    .filter(pair -> truth.isOnePerson(pair[0], pair[1]))
                                    .count(),
                            everyTwo(IntStream.range(0, 40).toArray())
                                    .filter(pair -> truth.isOnePerson(pair[0], pair[1]))
                                    .count()));
        }
    }

    private static Stream<int[]> everyTwo(int[] records) {
        return IntStream.range(0, records.length).boxed().flatMap(one -> IntStream.range(0, one)
                .mapToObj(other -> new int[] {records[one], records[other]}));
    }

    private static List<List<PersonId>> groups(String text) {
        return Stream.of(text.split("\\|"))
                .filter(group -> !group.isEmpty())
                .map(group -> Stream.of(group.split(" ")).map(PersonId::new).toList())
                .toList();
    }

    private static Truth truth(String... labels) {
        Truth truth = new Truth();
        for (String label : labels) {
            String[] parts = label.split("=");
            truth.add(new PersonId(parts[0]), parts[1]);
        }
        return truth;
    }
}
