package io.mergewell.cli.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.cli.Typed;
import io.mergewell.cli.jobfile.JobFileReader;
import io.mergewell.job.JobFile;
import io.mergewell.store.Engine;
import io.mergewell.store.Store;
import io.mergewell.store.StoreSettings;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody on a list asks to be erased: person 2. */
class ForgetCommandTests {

    private static final String LIST = """
            id;name;email;email2;phone;remark
            1;Ada Lovelace;ada@analytical-engines.com;;;
            2;Lovelace Ada;ADA@analytical-engines.com;countess@private-mail.org;+1 415 555 0132;her secret garden
            3;Grace Hopper;grace@compilers-and-co.com;;415 555 0199;
            4;Hopper, Grace;grace@compilers-and-co.com;;+1 (415) 555-0199;
            6;Ada Lovelace;ada@analytical-engines.com;;;
            """;

    /** What person 2 alone has. */
    private static final List<String> HERS =
            List.of("countess@private-mail.org", "415 555 0132", "secret garden", "lovelace ada");

    @TempDir
    private Path folder;

    private Path job = Path.of("");

    @ParameterizedTest
    @EnumSource
    void leavesNoByteOfHerAnywhere(Engine engine) throws IOException {
        writeJob(engine);
        assertThat(run("dry-run")).isZero();
        assertThat(run("mask")).isZero();
        assertThat(run("apply", decided("r[0-9a-z]+").toString())).isZero();
        saveBySpreadsheet(folder.resolve("inbox/decided.csv"), folder.resolve("inbox/saved.csv"));
        Files.copy(report("review.html"), report("review.html").resolveSibling(".review.html.tmp"));
        assertThat(found()).isEqualTo(HERS);
        Typed typed = typed();

        // Person 1 took her in, so that what is kept of 1 holds what was hers.
        assertThat(typed.run("forget", job.toString(), "1", "2", "--yes")).isZero();

        assertThat(found()).isEmpty();
        assertThat(everything().contains("grace@compilers-and-co.com")).isTrue();
        assertThat(typed.out())
                .startsWith("Erased of persons 1, 2:")
                .contains("name them as well: ./run.sh forget " + job + " 1 2 6")
                .doesNotContain("Person 2 was merged into")
                .contains("Erase there first.")
                .contains(engine == Engine.H2 ? "was written anew" : "VACUUM FULL");
    }

    @ParameterizedTest
    @EnumSource
    void letsOthersBeAppliedAndNothingOfHersBeDone(Engine engine) throws IOException {
        writeJob(engine);
        run("dry-run");
        Path review = decided("r[0-9a-z]+");
        Path untouched = Files.copy(review, folder.resolve("elsewhere.csv"));
        assertThat(run("forget", "2", "--yes")).isZero();

        assertThat(run("apply", untouched.toString())).isZero();

        assertThat(Files.readString(folder.resolve("reports/latest/cleaned.csv")))
                .contains("\n1;", "\n2;", "\n3;", "\n6;")
                .doesNotContain("\n4;");
        assertThat(Files.readString(folder.resolve("reports/latest/summary.json")))
                .contains("somebody of the group was erased on request, and nothing of it was done");
    }

    @Test
    void keepsReportsThatCanStillBeReadDecidedAndApplied() throws IOException {
        writeJob(Engine.H2);
        run("dry-run");
        assertThat(run("forget", "2", "--yes")).isZero();

        String review = Files.readString(report("review.csv"));
        assertThat(review)
                .startsWith("\uFEFFrow_key,")
                .contains("(erased),(erased)")
                .endsWith("\r\n");
        assertThat(Files.readString(report("review.html")))
                .contains("(erased)", "erased on request", "Grace Hopper")
                .endsWith("</html>\n");
        assertThat(digestsOfArtefacts()).isEqualTo(digestsOfFiles());
        assertThat(run("apply", decided("r[0-9a-z]+").toString())).isZero();
        assertThat(Files.readString(folder.resolve("reports/latest/cleaned.csv")))
                .doesNotContain("\n4;");
    }

    @Test
    void saysWhatWouldGoAndChangesNothing() throws IOException {
        writeJob(Engine.H2);
        run("dry-run");
        decided("r[0-9a-z]+");
        String before = everything();
        Typed typed = typed();

        assertThat(typed.run("forget", job.toString(), "2")).isZero();

        assertThat(everything().equals(before)).isTrue();
        assertThat(typed.out())
                .startsWith("Would be erased of person 2:")
                .contains(
                        "1 record in the copy of the CRM",
                        "1 group of a plan",
                        report("review.html").toString(),
                        folder.resolve("inbox/decided.csv").toString(),
                        "Nothing has been changed.",
                        "Next: ./run.sh forget " + job + " 2 --yes");
        assertThat(typed.out().toLowerCase(Locale.ROOT)).doesNotContain("lovelace", "countess");
    }

    @Test
    void erasesWhatReviewersWroteAtAnyRowOfHerGroup() throws IOException {
        writeJob(Engine.H2);
        run("dry-run");
        Path review = Files.writeString(
                folder.resolve("inbox/decided.csv"),
                Files.readString(report("review.csv"))
                        .replaceAll(
                                "(?m)^(r[0-9a-z]+),,(MERGE,[A-Z]+,[0-9.]+,1,.*),,,,(p[0-9a-z]+)\r\n",
                                "$1,REJECT,$2,,not the one of the secret garden,,$3\r\n"));
        assertThat(run("apply", review.toString())).isZero();
        assertThat(rows()).contains("not the one of the secret garden");

        assertThat(run("forget", "2", "--yes")).isZero();

        assertThat(found()).isEmpty();
    }

    @Test
    void erasesFromWhatPeopleSavedBesideAReport() throws IOException {
        writeJob(Engine.H2);
        run("dry-run");
        Path saved = report("review.csv").resolveSibling("review (ann).csv");
        saveBySpreadsheet(report("review.csv"), saved);
        Path page = Files.copy(report("review.html"), report("review.html").resolveSibling("for the boss.html"));
        Path workbook = Files.writeString(saved.resolveSibling("review.xlsx"), "PK\3\4 whatever");
        Typed typed = typed();

        assertThat(typed.run("forget", job.toString(), "2", "--yes")).isEqualTo(2);

        assertThat(found()).isEmpty();
        assertThat(typed.out())
                .contains("  " + saved + "\n", "  " + page + "\n", "as a run writes it: " + workbook + ". Look");
    }

    @Test
    void leavesTheLastWordToTheReviewThatWasSavedLast() throws IOException {
        writeJob(Engine.H2);
        run("dry-run");
        Path monday = Files.move(decided("r[0-9a-z]+"), folder.resolve("inbox/by-ann.csv"));
        Path tuesday = Files.writeString(
                folder.resolve("inbox/by-an.csv"),
                Files.readString(monday).replaceAll("(?m)^(r[0-9a-z]+),APPROVE,(?=[^\r\n]*Grace)", "$1,REJECT,"));
        Files.setLastModifiedTime(monday, FileTime.from(Instant.parse("2026-11-16T10:00:00Z")));
        Files.setLastModifiedTime(tuesday, FileTime.from(Instant.parse("2026-11-17T10:00:00Z")));
        assertThat(run("forget", "2", "--yes")).isZero();

        assertThat(run("apply")).isZero();

        assertThat(Files.readString(tuesday)).contains(",REJECT,", "(erased)");
        assertThat(folder.resolve("reports/latest/cleaned.csv")).doesNotExist();
    }

    @Test
    void findsWhatAKilledOneLeft() throws IOException {
        writeJob(Engine.H2);
        run("dry-run");
        byte[] review = Files.readAllBytes(report("review.csv"));
        run("forget", "2", "--yes");
        Files.write(report("review.csv"), review);

        assertThat(run("forget", "2", "--yes")).isZero();

        assertThat(found()).isEmpty();
    }

    @Test
    void carriesOutAnewWhatWasAppliedToOthersOfHerGroup() throws IOException {
        writeJob(Engine.H2);
        run("dry-run");
        run("apply", decided("r[0-9a-z]+").toString());
        assertThat(cleaned()).doesNotContain("\n2;", "\n6;").contains("countess");
        assertThat(run("forget", "2", "--yes")).isZero();
        Files.writeString(folder.resolve("persons.csv"), LIST.replaceAll("(?m)^2;.*\n", ""));

        assertThat(run("apply", "--metrics", folder.resolve("metrics.prom").toString()))
                .isZero();

        assertThat(cleaned()).isEqualTo("""
                        id;name;email;email2;phone;remark
                        1;Ada Lovelace;ada@analytical-engines.com;;;
                        3;Grace Hopper;grace@compilers-and-co.com;;415 555 0199;
                        """);
    }

    @Test
    void namesHerIfTheListStillHoldsHer() throws IOException {
        writeJob(Engine.H2);
        run("dry-run");
        run("forget", "2", "--yes");
        Typed typed = typed();

        assertThat(typed.run("dry-run", job.toString())).isZero();

        assertThat(typed.out())
                .contains("1 person erased here on request was read again, since the CRM still holds"
                        + " them: 2. Erase there, then forget again.");
    }

    @Test
    void endsWithTwoIfAFileCouldNotBeSearched() throws IOException {
        writeJob(Engine.H2);
        run("dry-run");
        Path cut = folder.resolve("inbox/cut.csv");
        Files.writeString(cut, "row_key,decision,note\r\nr1,APPROVE,\"never closed");
        Typed typed = typed();

        assertThat(typed.run("forget", job.toString(), "2", "--yes")).isEqualTo(2);

        assertThat(typed.out()).contains("Could not be searched, since it is not as a run writes it: " + cut);
    }

    @Test
    void holdsNothingOfAStranger() throws IOException {
        writeJob(Engine.H2);
        run("dry-run");
        Typed typed = typed();

        assertThat(typed.run("forget", job.toString(), "4711")).isZero();

        assertThat(typed.out()).startsWith("Nothing was found of person 4711: no record, no line in a file.");
    }

    @Test
    void asksToComeAgainWhileARunIsAtWork() throws IOException {
        writeJob(Engine.H2);
        run("dry-run");
        JobFile file = new JobFileReader(Map.of()).read(job);
        try (Store held = Store.open(file.store(), file.name())) {
            assertThat(held.isAtWork()).isTrue();
            assertThat(run("forget", "2", "--yes")).isEqualTo(75);
        }
        assertThat(found()).isEqualTo(HERS);
    }

    @Test
    void knowsNobodyOfAJobThatNeverRan() throws IOException {
        writeJob(Engine.H2);

        assertThat(run("forget", "2")).isEqualTo(65);

        assertThat(folder.resolve("store")).doesNotExist();
    }

    private void writeJob(Engine engine) throws IOException {
        StoreSettings store = engine.fresh(folder);
        Files.createDirectories(folder.resolve("inbox"));
        Files.writeString(folder.resolve("persons.csv"), LIST);
        job = Files.writeString(folder.resolve("acme.yml"), """
                crm:
                  type: csv
                  file: persons.csv
                  columns: { id: id, name: name, emails: [email, email2], phones: [phone], custom.remark: remark }
                phone-region: US
                match: { review-threshold: 0.5 }
                plan: { delete: false, survivor: [lowest-id] }
                store: { url: "%s" }
                reports: %s
                apply: { inbox: %s }
                """.formatted(
                        store.url(), folder.resolve("reports"), folder.resolve("inbox")));
    }

    private int run(String command, String... more) {
        return typed().run(Stream.concat(Stream.of(command, job.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    private Path decided(String rows) throws IOException {
        return Files.writeString(
                folder.resolve("inbox/decided.csv"),
                Files.readString(report("review.csv")).replaceAll("(?m)^(" + rows + "),,", "$1,APPROVE,"));
    }

    /** In UTF-16, with semicolons. */
    private static void saveBySpreadsheet(Path review, Path target) throws IOException {
        try (CSVParser records = CSVParser.parse(review, StandardCharsets.UTF_8, CSVFormat.RFC4180);
                Writer writer = Files.newBufferedWriter(target, StandardCharsets.UTF_16);
                CSVPrinter copy = new CSVPrinter(
                        writer, CSVFormat.RFC4180.builder().setDelimiter(';').get())) {
            boolean isHeader = true;
            for (CSVRecord one : records) {
                copy.printRecord(
                        isHeader
                                ? one.stream()
                                        .map(cell -> cell.replace("\uFEFF", ""))
                                        .toList()
                                : one);
                isHeader = false;
            }
        }
    }

    /** Of the dry run. */
    private Path report(String name) throws IOException {
        try (Stream<Path> folders = Files.list(folder.resolve("reports"))) {
            return folders.filter(one -> !Files.isSymbolicLink(one))
                    .map(one -> one.resolve(name))
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private String cleaned() throws IOException {
        return Files.readString(folder.resolve("reports/latest/cleaned.csv"));
    }

    /** What of hers is anywhere. */
    private List<String> found() throws IOException {
        String everything = everything();
        return HERS.stream().filter(everything::contains).toList();
    }

    /** Every byte of reports, inbox and an H2 file, and every row of the store, in lower case. */
    private String everything() throws IOException {
        StringBuilder all = new StringBuilder(rows());
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (!file.endsWith("persons.csv") && !file.startsWith(folder.resolve("store/acme.lock"))) {
                    boolean isStore = file.toString().endsWith(".mv.db");
                    all.append(isStore ? "" : file + "\n")
                            .append(Files.readString(file, StandardCharsets.ISO_8859_1)
                                    .replace("\0", ""))
                            .append('\n');
                }
            }
        }
        return all.toString().toLowerCase(Locale.ROOT);
    }

    private String rows() {
        JobFile file = new JobFileReader(Map.of()).read(job);
        StringBuilder rows = new StringBuilder();
        try (Store store = Store.look(file.store(), file.name()).orElseThrow()) {
            for (String table : store.jdbc()
                    .queryForList(
                            "SELECT table_name FROM information_schema.tables WHERE LOWER(table_name) LIKE 'mergewell%'"
                                    + " ORDER BY LOWER(table_name)",
                            String.class)) {
                store.jdbc().queryForList("SELECT * FROM " + table).forEach(row -> row.values()
                        .forEach(value -> rows.append(text(value)).append('\n')));
            }
        }
        return rows.toString();
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(value);
    }

    private Map<String, String> digestsOfArtefacts() throws IOException {
        Map<String, String> digests = new TreeMap<>();
        JsonNode summary = new JsonMapper().readTree(Files.readString(report("summary.json")));
        for (JsonNode artefact : summary.path("artefacts")) {
            digests.put(
                    Path.of(artefact.path("path").asString()).getFileName().toString(),
                    artefact.path("sha256").asString());
        }
        return digests;
    }

    private Map<String, String> digestsOfFiles() throws IOException {
        Map<String, String> digests = new TreeMap<>();
        for (String name : digestsOfArtefacts().keySet()) {
            digests.put(name, DigestUtils.sha256Hex(Files.readAllBytes(report(name))));
        }
        return digests;
    }

    private Typed typed() {
        return new Typed(folder.resolve("crashes"));
    }
}
