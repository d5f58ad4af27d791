package io.mergewell.plan.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.person.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RejectedRowsTests {

    @ParameterizedTest
    @CsvSource({
        // survivor<duplicate of the rejected rows, members, who stays together
        "'',          1 2 3, 1 2 3",
        "1<2,         1 2,   1 | 2",
        "1<3,         1 2 3, 1 2 | 3",
        "3<1,         1 2 3, 2 3 | 1",
        "1<2 1<3,     1 2 3, 1 | 2 3",
        "1<2 1<3 2<3, 1 2 3, 1 | 2 | 3",
        "9<3,         1 2 3, 1 2 3",
        "1<2 2<3 3<1, 1 2 3, 1 | 2 | 3"
    })
    void theDuplicateLeavesAsLongAsItsSurvivorIsThere(String rejected, String members, String together) {
        assertThat(rows(rejected).layers(ids(members)).stream()
                        .map(RejectedRowsTests::text)
                        .collect(Collectors.joining(" | ")))
                .isEqualTo(together);
    }

    @Property
    void noSetHoldsARejectedRowAndNobodyIsLost(@ForAll long seed) {
        Random random = new Random(seed);
        Set<PersonId> members = ids("1 2 3 4 5 6");
        String rejected = Stream.generate(() -> (1 + random.nextInt(7)) + "<" + (1 + random.nextInt(7)))
                .filter(row -> row.charAt(0) != row.charAt(2))
                .limit(random.nextInt(9))
                .collect(Collectors.joining(" "));

        List<Set<PersonId>> layers = rows(rejected).layers(members);

        assertThat(layers.stream().flatMap(Collection::stream)).containsExactlyInAnyOrderElementsOf(members);
        for (String row : rejected.split(" ")) {
            assertThat(layers).noneMatch(layer -> !row.isEmpty() && layer.containsAll(ids(row.replace('<', ' '))));
        }
    }

    private static RejectedRows rows(String rejected) {
        RejectedRows.Builder rows = new RejectedRows.Builder();
        for (String row : rejected.isEmpty() ? new String[0] : rejected.split(" ")) {
            rows.add(new PersonId(row.substring(0, 1)), new PersonId(row.substring(2)));
        }
        return rows.build();
    }

    private static Set<PersonId> ids(String text) {
        return Stream.of(text.split(" ")).map(PersonId::new).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(Set<PersonId> ids) {
        return ids.stream().map(PersonId::value).collect(Collectors.joining(" "));
    }
}
