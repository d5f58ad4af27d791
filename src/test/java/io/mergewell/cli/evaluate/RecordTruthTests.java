package io.mergewell.cli.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.person.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RecordTruthTests {

    /** 0, 2 and 5 are one human being, 1 and 3 another; nobody knows who 4 and 6 are. */
    private final RecordTruth truth = truth("a", "b", "a", "b", "", "a", "");

    @Test
    void saysOfTwoRecordsWhetherTheyAreOnePerson() {
        assertThat(truth.isOnePerson(0, 5)).isTrue();
        assertThat(truth.isOnePerson(0, 1)).isFalse();
        assertThat(truth.isOnePerson(4, 6)).isFalse();
        assertThat(truth.knows(0, 1)).isTrue();
        assertThat(truth.knows(0, 4)).isFalse();
    }

    @Test
    void showsEveryPairThatIsOnePersonOnce() {
        assertThat(pairs(100)).containsExactlyInAnyOrder("0 2", "0 5", "2 5", "1 3");
    }

    @Test
    void stopsWhereItWasAskedTo() {
        assertThat(pairs(3)).hasSize(3);
        assertThat(pairs(0)).isEmpty();
    }

    private List<String> pairs(long most) {
        List<String> pairs = new ArrayList<>();
        truth.forEachPair(most, (a, b) -> pairs.add(a + " " + b));
        return pairs;
    }

    private static RecordTruth truth(String... labels) {
        Truth truth = new Truth();
        List<PersonId> ids =
                Stream.of("1", "2", "3", "4", "5", "6", "7").map(PersonId::new).toList();
        for (int record = 0; record < labels.length; record++) {
            if (!labels[record].isEmpty()) {
                truth.add(ids.get(record), labels[record]);
            }
        }
        return truth.of(labels.length, ids::get);
    }
}
