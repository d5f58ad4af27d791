package io.mergewell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.cli.ending.ExitCode;
import io.mergewell.csv.Bytes;
import io.mergewell.csv.CsvRecords;
import io.mergewell.csv.CsvRow;
import io.mergewell.csv.Layout;
import io.mergewell.job.RunExit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes of a list in a file, from the first report to the cleaned copy. */
class CsvCommandsTests {

    private static final String LIST = """
            id;name;email;phone;remark
            1;Ada Lovelace;ada@analytical-engines.com;;"first; of two"
            2;Lovelace Ada;ADA@analytical-engines.com;+1 415 555 0132;second
            3;Grace Hopper;grace@compilers-and-co.com;415 555 0199;
            4;Hopper, Grace;rear.admiral@navy-mail.org;+1 (415) 555-0199;
            5;Katherine Johnson;;;alone
            """;

    @TempDir
    private Path folder;

    private Path job;

    @BeforeEach
    void writeAList() throws IOException {
        Files.writeString(folder.resolve("persons.csv"), LIST);
        job = Files.writeString(folder.resolve("acme.yml"), """
                crm:
                  type: csv
                  file: persons.csv
                  columns: { id: id, name: name, emails: [email], phones: [phone] }
                phone-region: US
                match: { review-threshold: 0.5 }
                plan: { delete: false }
                store: { url: "jdbc:h2:file:%s" }
                reports: %s
                apply: { inbox: %s }
                """.formatted(
                        folder.resolve("data/acme"), folder.resolve("reports"), folder.resolve("inbox")));
    }

    @Test
    void appliesToACopyAndLeavesTheListAsItIs() throws IOException {
        Path review = decided(Map.of("1", "APPROVE", "2", "APPROVE", "3", "APPROVE", "4", "APPROVE"));

        assertThat(apply(review)).isEqualTo(ExitCode.DONE);

        assertThat(cleaned()).isEqualTo("""
                id;name;email;phone;remark
                1;Ada Lovelace;ada@analytical-engines.com;+1 415 555 0132;"first; of two"
                3;Grace Hopper;grace@compilers-and-co.com;415 555 0199;
                5;Katherine Johnson;;;alone
                """);
        assertThat(folder.resolve("persons.csv")).hasContent(LIST);
        assertThat(Files.readString(latest("crosswalk.csv"))).contains("2,1,", "4,3,");
        assertThat(Files.readString(latest("summary.json"))).contains("cleaned.csv", "\"applied\" : 2");
    }

    @Test
    void reportsWhatFindsNoColumnAsLost() throws IOException {
        decided(Map.of());

        assertThat(Files.readString(latest("review.csv"))).contains("e-mail: rear.admiral@navy-mail.org");
    }

    @Test
    void reportsWhatADuplicateHoldsInAColumnThatTheJobDoesNotName() throws IOException {
        Files.writeString(folder.resolve("persons.csv"), LIST.replace("first; of two", "a friend"));
        decided(Map.of());

        List<String> row = row("2");
        assertThat(row).contains("remark: second", "remark: a friend kept, second dropped");
    }

    @Test
    void carriesNoApprovalOverToAListWhereTheDuplicateHoldsMoreThanItsReportShowed() throws IOException {
        apply(decided(Map.of("2", "APPROVE", "4", "APPROVE")));
        String next = LIST.replace(";second", ";has moved to Oslo") + "6;Mary Jackson;mary@wind-tunnel.org;;\n"
                + "7;Mary Jackson;MARY@wind-tunnel.org;;\n";
        Files.writeString(folder.resolve("persons.csv"), next);

        assertThat(apply(decided(Map.of("7", "APPROVE")))).isEqualTo(ExitCode.DONE);

        assertThat(cleaned()).contains("\n2;").contains("has moved to Oslo").doesNotContain("\n4;", "\n7;");
    }

    @Test
    void leavesNoColumnUnseenBehindWhereAnotherSurvivorIsNamed() throws IOException {
        Files.writeString(folder.resolve("persons.csv"), LIST.replace(";second", ";"));

        assertThat(apply(decided(Map.of("2", "APPROVE"), Map.of("2", "2")))).isEqualTo(2);

        Typed status = new Typed(folder);
        status.run("status", job.toString());
        assertThat(status.out()).contains("receipts.csv says which (row_key) and why (reason).");
        assertThat(Files.readString(latest("receipts.csv")))
                .contains("What person 1 has in the column remark would be lost, which the report did not show.");
    }

    @Test
    void aLaterApprovalOfTheSameListJoinsTheEarlierOnes() throws IOException {
        assertThat(apply(decided(Map.of("2", "APPROVE")))).isEqualTo(ExitCode.DONE);
        assertThat(cleaned()).doesNotContain("\n2;").contains("\n4;");

        assertThat(apply(decided(Map.of("4", "APPROVE")))).isEqualTo(ExitCode.DONE);
        assertThat(cleaned()).doesNotContain("\n2;").doesNotContain("\n4;");
    }

    @Test
    void writesNothingWhereEverythingWasAppliedBefore() throws IOException {
        Path review = decided(Map.of("2", "APPROVE"));
        apply(review);
        Path first = latest("cleaned.csv").toRealPath();

        assertThat(apply(review)).isEqualTo(ExitCode.DONE);

        assertThat(latest("cleaned.csv").toRealPath()).isEqualTo(first);
        try (var files = Files.list(folder.resolve("reports"))) {
            assertThat(files.filter(Files::isDirectory).map(Path::toFile).map(run -> run.list()))
                    .contains(new String[] {"summary.json"});
        }
    }

    @Test
    void whatWasApprovedHoldsInTheNextExportAsLongAsBothRecordsAreInIt() throws IOException {
        apply(decided(Map.of("2", "APPROVE")));
        String next = LIST + "6;Mary Jackson;mary@wind-tunnel.org;;\n7;Mary Jackson;MARY@wind-tunnel.org;;\n";
        Files.writeString(folder.resolve("persons.csv"), next);

        assertThat(apply(decided(Map.of("2", "APPROVE", "7", "APPROVE")))).isEqualTo(ExitCode.DONE);

        assertThat(cleaned()).doesNotContain("\n2;").doesNotContain("\n7;").contains("\n4;", "\n6;");
    }

    @Test
    void aListThatDiffersElsewhereGetsItsOwnCopyOfWhatWasApprovedBefore() throws IOException {
        apply(decided(Map.of("2", "APPROVE")));
        Files.writeString(folder.resolve("persons.csv"), LIST.replace(";alone", ";no longer alone"));

        assertThat(apply(decided(Map.of("2", "APPROVE")))).isEqualTo(ExitCode.DONE);

        assertThat(cleaned()).doesNotContain("\n2;").contains(";no longer alone");
    }

    @Test
    void aColumnThatSaysTheSameTwiceHasRoomForAnotherValue() throws IOException {
        Files.writeString(folder.resolve("persons.csv"), """
                id;name;email;phone;mobile
                1;Ada Lovelace;ada@analytical-engines.com;415 555 0132;415 555 0132
                2;Lovelace Ada;ADA@analytical-engines.com;415 555 0132;415 555 0177
                """);
        Files.writeString(job, Files.readString(job).replace("phones: [phone]", "phones: [phone, mobile]"));

        assertThat(apply(decided(Map.of("1", "APPROVE", "2", "APPROVE")))).isEqualTo(ExitCode.DONE);

        assertThat(cleaned()).contains("415 555 0132;415 555 0177");
    }

    @Test
    void refusesAReviewOfAListThatHasChangedSince() throws IOException {
        Path review = decided(Map.of("2", "APPROVE"));
        Files.writeString(folder.resolve("persons.csv"), LIST + "6;New One;;;\n");

        Typed typed = new Typed(folder);
        int code = typed.run("apply", job.toString(), review.toString());

        assertThat(code).isEqualTo(RunExit.BAD_INPUT);
        assertThat(typed.err())
                .contains("The input file is no longer the one that its report is about")
                .endsWith("\nNext: ./run.sh dry-run " + job + "\n");
        try (var files = Files.walk(folder)) {
            assertThat(files.map(Path::getFileName).map(Path::toString)).doesNotContain("cleaned.csv");
        }
    }

    @Test
    void refusesAReviewOfAnotherJobEvenIfItDecidesNothing() throws IOException {
        Path review = decided(Map.of());
        String foreign = Files.readString(review).replaceAll("\"p[0-9a-f]+\"", "\"p0123456789abcdef\"");
        Files.writeString(review, foreign);

        Typed typed = new Typed(folder);

        assertThat(typed.run("apply", job.toString(), review.toString())).isEqualTo(RunExit.BAD_INPUT);
        assertThat(typed.err())
                .contains("of no plan that this job has")
                .endsWith("\nNext: ./run.sh dry-run " + job + "\n");
    }

    @Test
    void leadsNobodyInACircle() throws IOException {
        apply(decided(Map.of("2", "APPROVE")));

        Typed typed = new Typed(folder);
        typed.run("status", job.toString());

        assertThat(typed.out()).endsWith("\nNext: ./run.sh dry-run " + job + "\n");
    }

    @Test
    void saysThatTheListIsGone() throws IOException {
        Path review = decided(Map.of("2", "APPROVE"));
        Files.delete(folder.resolve("persons.csv"));

        Typed typed = new Typed(folder);

        assertThat(typed.run("apply", job.toString(), review.toString())).isEqualTo(RunExit.BAD_INPUT);
        assertThat(typed.err()).contains("persons.csv does not exist. Check crm.file in the job file.");
    }

    @Test
    void leavesAReviewOfAnotherListInTheInboxAlone() throws IOException {
        Path review = decided(Map.of("2", "APPROVE"));
        Files.createDirectories(folder.resolve("inbox"));
        Files.copy(review, folder.resolve("inbox/monday.csv"));
        Files.writeString(folder.resolve("persons.csv"), LIST + "6;New One;;;\n");

        Typed typed = new Typed(folder);

        assertThat(typed.run("apply", job.toString())).isEqualTo(ExitCode.DONE);
        assertThat(typed.out()).contains("monday.csv was left out");
    }

    @Test
    void saysInTheStatusWhatWaitsInTheInboxAndWhatWasTaken() throws IOException {
        Path review = decided(Map.of("2", "APPROVE", "4", "NOT_DUPLICATE"));
        Files.createDirectories(folder.resolve("inbox"));
        Files.copy(review, folder.resolve("inbox/monday.csv"));

        assertThat(status())
                .contains("Mirror: 5 persons, as of ", ", and is at the next read.\n")
                .containsPattern(
                        "Plan p[0-9a-f]+: 2 groups; 2 merges, 0 deletes, 0 for people; \\d AUTO, \\d REVIEW\\.")
                .contains("inbox: 1 decided review for the next apply.\n  monday.csv\n")
                .contains("0 of 500 merges, 0 of 500 deletes, 0 of 20,000 tokens used by apply")
                .endsWith("\nNext: ./run.sh apply " + job + "\n");

        assertThat(new Typed(folder).run("apply", job.toString())).isEqualTo(ExitCode.DONE);
        assertThat(status())
                .contains("inbox: nothing waits; 1 review in it had been taken before.\n")
                .contains("Decisions remembered: 1 APPROVE, 1 NOT_DUPLICATE.\n")
                .doesNotContain("Next: ./run.sh apply " + job + "\n");

        Files.writeString(folder.resolve("inbox/tuesday.csv"), "no review");
        assertThat(status()).contains("inbox: apply would refuse it.\n");
    }

    @Test
    void doesNotCallAReviewOfAnotherListWaiting() throws IOException {
        Path review = decided(Map.of("2", "APPROVE"));
        Files.createDirectories(folder.resolve("inbox"));
        Files.copy(review, folder.resolve("inbox/monday.csv"));
        Files.writeString(folder.resolve("persons.csv"), LIST + "6;New One;;;\n");

        assertThat(status()).contains("inbox: nothing waits.\n");
    }

    private String status() {
        Typed typed = new Typed(folder);
        assertThat(typed.run("status", job.toString())).isEqualTo(ExitCode.DONE);
        return typed.out();
    }

    @Test
    void anApprovalThatWasTakenBackIsNotInTheNextCopy() throws IOException {
        Path both = decided(Map.of("2", "APPROVE", "4", "APPROVE"));
        Path first = Files.copy(both, folder.resolve("first.csv"));
        Files.createDirectories(folder.resolve("reports"));
        Path later = decided(Map.of("4", "NOT_DUPLICATE"));
        Files.createDirectories(folder.resolve("inbox"));
        Files.copy(first, folder.resolve("inbox/1.csv"));
        Files.copy(later, folder.resolve("inbox/2.csv"));

        assertThat(new Typed(folder).run("apply", job.toString())).isIn(ExitCode.DONE, 2);

        assertThat(cleaned()).doesNotContain("\n2;").contains("\n4;");
    }

    @Test
    void saysThatThereIsNothingToRestore() throws IOException {
        apply(decided(Map.of("2", "APPROVE")));
        String run = latest("").toRealPath().getFileName().toString();

        Typed typed = new Typed(folder);

        assertThat(typed.run("restore", job.toString(), run, "--yes")).isEqualTo(RunExit.CONFIGURATION);
        assertThat(typed.err())
                .contains("There is nothing to restore", "was never changed")
                .endsWith("\nNext: ./run.sh dry-run " + job + "\n");
    }

    /** A dry run's report with decisions by the id of the duplicate. */
    private Path decided(Map<String, String> decisions) throws IOException {
        return decided(decisions, Map.of());
    }

    /** As above, with other survivors by the id of the duplicate. */
    private Path decided(Map<String, String> decisions, Map<String, String> survivors) throws IOException {
        Typed typed = new Typed(folder);
        assertThat(typed.run("dry-run", job.toString())).as(typed.err()).isEqualTo(ExitCode.DONE);
        List<List<String>> rows = rows(latest("review.csv"));
        int duplicate = rows.get(0).indexOf("duplicate_id");
        int decision = rows.get(0).indexOf("decision");
        int survivor = rows.get(0).indexOf("override_survivor_id");
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            List<String> cells = new ArrayList<>(row);
            if (decisions.containsKey(row.get(duplicate))) {
                cells.set(decision, new TreeMap<>(decisions).get(row.get(duplicate)));
            }
            if (survivors.containsKey(row.get(duplicate))) {
                cells.set(survivor, new TreeMap<>(survivors).get(row.get(duplicate)));
            }
            lines.add(cells.stream()
                    .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                    .collect(Collectors.joining(",")));
        }
        return Files.write(folder.resolve("decided.csv"), lines);
    }

    /** The row of a duplicate in the newest report. */
    private List<String> row(String duplicate) throws IOException {
        List<List<String>> rows = rows(latest("review.csv"));
        int column = rows.get(0).indexOf("duplicate_id");
        return rows.stream()
                .filter(row -> row.get(column).equals(duplicate))
                .findFirst()
                .orElseThrow();
    }

    private static List<List<String>> rows(Path file) throws IOException {
        Bytes bytes = Bytes.of(file);
        List<List<String>> rows = new ArrayList<>();
        try (CsvRecords records = Layout.of(bytes, List::size).records(bytes)) {
            for (CsvRow row = records.next(); row != null; row = records.next()) {
                rows.add(row.cells());
            }
        }
        return rows;
    }

    private int apply(Path review) {
        return new Typed(folder).run("apply", job.toString(), review.toString());
    }

    private String cleaned() throws IOException {
        return Files.readString(latest("cleaned.csv"), StandardCharsets.UTF_8);
    }

    private Path latest(String file) {
        return folder.resolve("reports/latest").resolve(file);
    }
}
