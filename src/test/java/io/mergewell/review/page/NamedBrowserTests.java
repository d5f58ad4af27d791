package io.mergewell.review.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.person.vocabulary.Term;
import io.mergewell.person.vocabulary.TermKind;
import io.mergewell.person.vocabulary.Vocabulary;
import io.mergewell.plan.wording.Wording;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page of a system that tells what its numbers are called. */
@Tag("browser")
class NamedBrowserTests {

    private static final String HOSTILE = "Best </script><img src=x onerror=alert(1)>";

    private static final Wording WORDING = new Wording(Vocabulary.of(List.of(
            new Term(TermKind.OWNER, "", "Owner 2", "Nora Berg"), new Term(TermKind.FIELD, "", "vip", HOSTILE))));

    @TempDir
    private Path folder;

    @Test
    void filtersByTheNamesOfOwners() {
        try (Visit visit = Visit.to(Pages.named(SamplePlans.usual(), folder, WORDING))) {
            visit.find("#owner").selectOption("Nora Berg (Owner 2)");

            assertThat(visit.text("#found")).isEqualTo("1 of 3 groups, 0 of 1 empty record");
            assertThat(visit.text("#group")).contains("Nora Berg (Owner 2)");
        }
    }

    @Test
    void showsFieldsByNameAndTakesANameForNothingElse() {
        try (Visit visit = Visit.to(Pages.named(SamplePlans.usual(), folder, WORDING))) {
            visit.press("j");

            assertThat(visit.texts(".records tbody th")).contains(HOSTILE).doesNotContain("vip");
            assertThat(visit.find("img").count()).isZero();
        }
    }
}
