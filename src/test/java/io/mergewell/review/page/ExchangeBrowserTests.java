package io.mergewell.review.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Decisions out of one page and into another, such as a colleague's. */
@Tag("browser")
class ExchangeBrowserTests {

    @TempDir
    private Path folder;

    private Path page;
    private Path decided;
    private String counts;

    @BeforeEach
    void decide() {
        page = Pages.of(SamplePlans.usual(), folder);
        try (Visit visit = Visit.to(page)) {
            visit.find("#reviewer").fill("-Zoë");
            visit.press("Escape j a 2 d 1 s");
            visit.find(".note input").nth(0).fill("=wait; \"see\"");
            visit.press("Tab");
            counts = visit.text("#left");
            decided = visit.export(folder.resolve("decided.csv"));
            assertThat(visit.text("#said"))
                    .endsWith("put it where Mergewell runs and type: ./run.sh apply jobs/acme.yml review.csv");
        }
    }

    @Test
    void goesOnWhereAnEarlierFileWasSaved() throws IOException {
        try (Visit visit = Visit.to(page)) {
            assertThat(visit.text("#left")).isNotEqualTo(counts);
            take(visit, decided);
            assertThat(visit.text("#said")).isEqualTo("4 decisions taken over from decided.csv.");
            assertThat(visit.text("#left")).isEqualTo(counts);

            assertThat(Exported.of(visit, folder).text()).isEqualTo(Files.readString(decided));
            visit.press("u");
            assertThat(visit.text("#left")).startsWith("5 rows left to decide");
        }
    }

    @Test
    void takesWhatASpreadsheetSaved() throws IOException {
        Path saved = Files.writeString(folder.resolve("saved.csv"), """
                Plan_Id;ROW_KEY;decision;reviewer;note;override_survivor_id
                p00000000000000ff;r-pair-1;not duplicate;Max;"two
                lines";
                p00000000000000ff;r-read-1;approve;Max;;
                p00000000000000ff;r-four-2;hold;Max;;
                """);
        try (Visit visit = Visit.to(page)) {
            take(visit, saved);

            assertThat(visit.text("#said"))
                    .isEqualTo("2 decisions taken over from saved.csv. 1 row left out: what they say cannot be decided"
                            + " here.");
            assertThat(visit.text("#left")).contains("1 on hold · 1 not a duplicate");
            assertThat(visit.find("#reviewer").inputValue()).isEqualTo("Max");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            row_key,decision,override_survivor_id,note,reviewer,plan_id\\nr-pair-1,APPROVE,,,,p1 | of another plan than the page
            name,mail\\nAda,ada@example.org                                                       | it has no column row_key
            ''                                                                                    | it has no column row_key
            """)
    void saysWhyAFileIsNotTaken(String text, String sentence) throws IOException {
        try (Visit visit = Visit.to(page)) {
            take(visit, Files.writeString(folder.resolve("other.csv"), text.replace("\\n", "\n")));

            assertThat(visit.text("#said")).contains(sentence).contains("othing of it was taken over");
            assertThat(visit.text("#left")).startsWith("5 rows left to decide");
        }
    }

    private static void take(Visit visit, Path file) {
        visit.find("#file").setInputFiles(file);
        visit.page().waitForFunction("document.getElementById('said').textContent.includes('taken over')");
    }
}
