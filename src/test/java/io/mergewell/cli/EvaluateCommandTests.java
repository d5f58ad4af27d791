package io.mergewell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.cli.ending.ExitCode;
import io.mergewell.job.RunExit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvaluateCommandTests {

    private static final String JOB = """
            crm:
              type: csv
              file: list.csv
              columns: { id: id, name: name, emails: [email], phones: [phone]%s }
            phone-region: US
            """;

    @TempDir
    private Path folder;

    private Path job;
    private Typed typed;

    @BeforeEach
    void writeAListOfSixteenPersonsHalfOfThemTwice() throws IOException {
        StringBuilder list = new StringBuilder("id,name,email,phone,human\n");
        for (int human = 1; human <= 16; human++) {
            String name = "Given" + (char) ('a' + human) + " Family" + (char) ('z' - human);
            String email = "person" + human + "@example" + human + ".org";
            list.append("%d,%s,%s,415555%04d,h%d\n".formatted(human, name, email, human * 7, human));
            if (human <= 8) {
                list.append("%d,%s,%s,,h%d\n".formatted(100 + human, name, email.toUpperCase(), human));
            }
        }
        Files.writeString(folder.resolve("list.csv"), list);
        job = job("");
        typed = new Typed(folder);
    }

    @Test
    void printsATableAndWhatToTypeNext() {
        int code = typed.run("evaluate", job.toString(), "--truth", "human");

        assertThat(code).isEqualTo(ExitCode.DONE);
        assertThat(typed.err()).isEmpty();
        assertThat(typed.out())
                .startsWith("24 records, 8 pairs of them one person. ")
                .containsPattern("Groups: what a dry run proposes +1\\.0000 +1\\.0000 +1\\.0000\n")
                .containsPattern("Pairs by score alone, review threshold +0\\.[0-9]{4} ")
                .contains("\nTrust the groups: ")
                .contains("The largest group has 2 records.\n")
                .endsWith("Next: ./run.sh dry-run " + job + "\n");
    }

    @Test
    void keepsTheTruthOutOfMatchingHoweverItIsTyped() throws IOException {
        Path telling = job(", custom.who: human");
        Files.writeString(telling, "match: { fields: { custom.who: exact } }\n", StandardOpenOption.APPEND);
        String seconds = "\"seconds\".*";
        typed.run("evaluate", telling.toString(), "--truth", "human", "--json");
        Typed spaced = new Typed(folder);

        assertThat(spaced.run("evaluate", telling.toString(), "--truth", " human ", "--json"))
                .isEqualTo(ExitCode.DONE);
        assertThat(spaced.out().replaceFirst(seconds, "")).isEqualTo(typed.out().replaceFirst(seconds, ""));

        Typed id = new Typed(folder);
        assertThat(id.run("evaluate", job.toString(), "--truth", "id ")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void printsThePublishedJson() {
        int code = typed.run("evaluate", job.toString(), "--truth", "human", "--json");

        assertThat(code).isEqualTo(ExitCode.DONE);
        assertThat(typed.out().lines()).hasSize(1);
        JsonNode json = JsonMapper.shared().readTree(typed.out());
        assertThat(json.propertyNames())
                .containsExactly(
                        "records",
                        "truePairs",
                        "candidatePairs",
                        "blockingRecall",
                        "pairs",
                        "clusters",
                        "auto",
                        "seconds");
        assertThat(json.at("/records").intValue()).isEqualTo(24);
        assertThat(json.at("/truePairs").intValue()).isEqualTo(8);
        assertThat(json.at("/blockingRecall").doubleValue()).isEqualTo(1);
        assertThat(json.at("/pairs").propertyNames()).containsExactly("atReview", "atAuto", "best");
        assertThat(json.at("/pairs/best").propertyNames()).containsExactly("threshold", "precision", "recall", "f1");
        assertThat(json.at("/pairs/best/f1").doubleValue()).isEqualTo(1);
        assertThat(json.at("/clusters").propertyNames()).containsExactly("precision", "recall", "f1", "largest");
        assertThat(json.at("/clusters/f1").doubleValue()).isEqualTo(1);
        assertThat(json.at("/clusters/largest").intValue()).isEqualTo(2);
        assertThat(json.at("/seconds").propertyNames())
                .containsExactly("read", "normalise", "block", "train", "score", "cluster", "total");
    }

    @Test
    void matchesAsIfTheTruthWereNotThere() throws IOException {
        Path telling = job(", organisation: human, street: [human], custom.human: human");
        Files.writeString(telling, "match: { fields: { custom.human: unique } }\n", StandardOpenOption.APPEND);

        typed.run("evaluate", job.toString(), "--truth", "human", "--json");
        String blind = withoutSeconds(typed.out());
        Typed again = new Typed(folder);
        again.run("evaluate", telling.toString(), "--truth", "human", "--json");

        assertThat(withoutSeconds(again.out())).isEqualTo(blind);
    }

    @Test
    void leavesOutRecordsOfWhichNobodyKnowsWhoTheyAre() throws IOException {
        Path list = folder.resolve("list.csv");
        Files.writeString(list, Files.readString(list).replace(",h1\n", ",\n"));

        typed.run("evaluate", job.toString(), "--truth", "human", "--json");

        assertThat(typed.out()).contains("\"records\":24,\"truePairs\":7,");
    }

    @Test
    void namesTheRowsItCouldNotRead() throws IOException {
        Path list = folder.resolve("list.csv");
        Files.writeString(list, Files.readString(list) + ",nobody,,,\n1,again,,,\n");

        int code = typed.run("evaluate", job.toString(), "--truth", "human");

        assertThat(code).isEqualTo(ExitCode.DONE);
        assertThat(typed.err()).containsPattern("Not read: line 26: .+\nNot read: line 27: .+\n");
        assertThat(typed.out()).startsWith("24 records");
    }

    @Test
    void saysThatThereIsNoSuchColumn() {
        int code = typed.run("evaluate", job.toString(), "--truth", "humans");

        assertThat(code).isEqualTo(ExitCode.USAGE);
        assertThat(typed.err())
                .startsWith("--truth humans names no column of " + folder.resolve("list.csv")
                        + ". It has: id, name, email, phone, human.\n")
                .doesNotContain("crm.columns")
                .endsWith("\nNext: ./run.sh evaluate --help\n");
    }

    @Test
    void refusesTheIdAsTruth() {
        int code = typed.run("evaluate", job.toString(), "--truth", "id");

        assertThat(code).isEqualTo(ExitCode.USAGE);
        assertThat(typed.err())
                .startsWith("--truth id is the id of the rows")
                .endsWith("\nNext: ./run.sh evaluate --help\n");
    }

    @Test
    void refusesAJobThatReadsNoFile() throws IOException {
        Path pipedrive =
                Files.writeString(folder.resolve("pipedrive.yml"), "crm: { type: pipedrive, base-url: sandbox }");

        int code = typed.run("evaluate", pipedrive.toString(), "--truth", "human");

        assertThat(code).isEqualTo(ExitCode.USAGE);
        assertThat(typed.err()).startsWith(pipedrive + " is not a CSV job");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id,nom,email,phone,human", "id,name,email,phone,phone,human"})
    void says65ForAFileThatIsNotWhatTheJobFileSays(String header) throws IOException {
        Files.writeString(folder.resolve("list.csv"), header + "\n");

        assertThat(typed.run("evaluate", job.toString(), "--truth", "human")).isEqualTo(RunExit.BAD_INPUT);
        assertThat(typed.err()).contains("list.csv").contains("crm.columns");
    }

    @Test
    void saysThatTheFileIsNotThere() throws IOException {
        Files.delete(folder.resolve("list.csv"));

        assertThat(typed.run("evaluate", job.toString(), "--truth", "human")).isEqualTo(RunExit.BAD_INPUT);
        assertThat(typed.err()).endsWith("\nNext: ./run.sh evaluate " + job + " --truth human\n");
    }

    private Path job(String moreColumns) throws IOException {
        return Files.writeString(
                folder.resolve("job%d.yml".formatted(moreColumns.length())), JOB.formatted(moreColumns));
    }

    private static String withoutSeconds(String json) {
        return Pattern.compile(",\"seconds\".*", Pattern.DOTALL).matcher(json).replaceAll("");
    }
}
