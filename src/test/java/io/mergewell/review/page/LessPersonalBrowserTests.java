package io.mergewell.review.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.review.decided.DecidedReview;
import io.mergewell.review.privacy.ErasedFile;
import io.mergewell.review.privacy.Forgotten;
import io.mergewell.review.privacy.MaskedReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages that were masked, or from which somebody was erased. */
@Tag("browser")
class LessPersonalBrowserTests {

    @TempDir
    private Path folder;

    @Test
    void aMaskedPageIsDecidedAsTheOriginal() throws IOException {
        Pages.of(SamplePlans.usual(), folder);
        MaskedReport.write(folder);

        try (Visit visit = Visit.to(folder.resolve(MaskedReport.PAGE))) {
            assertThat(visit.text("#masked"))
                    .startsWith("This is a masked copy")
                    .contains("counts as in the original");
            visit.press("j");
            assertThat(visit.find("#group h2 bdi").textContent()).isEqualTo("A. L.");
            visit.press("a");

            assertThat(visit.find("#page").textContent()).doesNotContain("Lovelace", "Hopper", "0111");
            DecidedReview review = DecidedReview.read(visit.export(folder.resolve("exported.csv")));
            assertThat(review.rows()).filteredOn(row -> row.decision() != null).hasSize(1);
        }
    }

    @Test
    void nobodyApprovesAGroupThatWasErased() throws IOException {
        Path page = Pages.of(SamplePlans.usual(), folder);
        byte[] before = Files.readAllBytes(page);
        Forgotten forgotten = new Forgotten(List.of("101"));
        ErasedFile.learnFromPage(before, forgotten);
        Files.write(page, ((ErasedFile.Changed) ErasedFile.page(before, forgotten)).content());

        try (Visit visit = Visit.to(page)) {
            visit.press("j");
            assertThat(visit.find("#group h2 bdi").textContent()).isEqualTo("(erased)");
            visit.press("a");

            assertThat(visit.text("#said"))
                    .startsWith("Somebody of this group was erased on request: nothing will happen");
            assertThat(visit.text("#group .notice")).contains("there is nothing to decide");
            assertThat(visit.text("#group")).doesNotContain("AUTO", "NONE", "by hand");
            assertThat(visit.text("#left"))
                    .isEqualTo("4 rows left to decide · 1 for reading only · 1 erased on request");
            visit.press("j");
            assertThat(visit.text("#group h2")).startsWith("Grace Hopper");
        }
        assertThat(Files.readString(page)).doesNotContain("Lovelace").contains("Hopper");
    }

    @Test
    void nothingOfAnybodyStaysInWhatAnotherSurvivorWouldHold() throws IOException {
        Path page = Pages.of(SamplePlans.planned(), folder);
        MaskedReport.write(folder);

        assertThat(Files.readString(folder.resolve(MaskedReport.PAGE)))
                .doesNotContain("Lovelace", "Countess", "Programming", "Engines", "ada@");
        byte[] before = Files.readAllBytes(page);
        Forgotten forgotten = new Forgotten(List.of("101"));
        ErasedFile.learnFromPage(before, forgotten);
        assertThat(((ErasedFile.Changed) ErasedFile.page(before, forgotten)).content())
                .asString(StandardCharsets.UTF_8)
                .doesNotContain("Lovelace", "Countess", "Programming", "Engines", "ada@");
    }
}
