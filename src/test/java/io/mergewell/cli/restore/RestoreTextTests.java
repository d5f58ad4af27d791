package io.mergewell.cli.restore;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.apply.restore.Prospect;
import io.mergewell.person.PersonId;
import io.mergewell.person.vocabulary.Term;
import io.mergewell.person.vocabulary.TermKind;
import io.mergewell.person.vocabulary.Vocabulary;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RestoreTextTests {

    @Test
    void namesFieldsAsPeopleDo() {
        Prospect.Survivor survivor = new Prospect.Survivor(
                new PersonId("3"),
                true,
                new TreeSet<>(Set.of("custom.f1", "emails")),
                new TreeSet<>(Set.of("custom.f2")),
                new TreeSet<>(Set.of("custom.f3")));
        Prospect prospect = new Prospect(
                1,
                0,
                0,
                true,
                false,
                List.of(new Prospect.Lost(new PersonId("7"), new PersonId("3"), "")),
                List.of(survivor),
                Vocabulary.of(List.of(
                        new Term(TermKind.FIELD, "", "f1", "Source"),
                        new Term(TermKind.FIELD, "", "f3", "Interests"))));

        List<String> lines = RestoreText.of(prospect, Path.of("jobs/acme.yml"), "r1");

        assertThat(lines)
                .anyMatch(line -> line.matches(" +3 +Source, emails +custom\\.f2"))
                .contains("    to be put back by hand: Interests");
    }
}
