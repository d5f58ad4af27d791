package io.mergewell.cli.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.cli.Typed;
import io.mergewell.review.decided.DecidedReview;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report that was masked for others. */
class MaskCommandTests {

    @TempDir
    private Path folder;

    private Path job;
    private Path report;

    @BeforeEach
    void makeAReport() throws IOException {
        Files.writeString(folder.resolve("persons.csv"), """
                id;name;email;phone;remark
                1;Ada Lovelace;ada@analytical-engines.com;;"her secret garden"
                2;Lovelace Ada;ADA@analytical-engines.com;+1 415 555 0132;second
                """);
        job = Files.writeString(
                folder.resolve("acme.yml"), """
                crm:
                  type: csv
                  file: persons.csv
                  columns: { id: id, name: name, emails: [email], phones: [phone] }
                phone-region: US
                match: { review-threshold: 0.5 }
                store: { url: "jdbc:h2:file:%s" }
                reports: %s
                """.formatted(folder.resolve("data/acme"), folder.resolve("reports")));
        assertThat(typed().run("dry-run", job.toString())).isZero();
        report = folder.resolve("reports/latest").toRealPath();
    }

    @Test
    void showsNothingThatLeadsToAPerson() throws IOException {
        Typed typed = typed();

        assertThat(typed.run("mask", job.toString())).isZero();

        for (String name : new String[] {"review-masked.csv", "groups-masked.csv", "review-masked.html"}) {
            assertThat(Files.readString(report.resolve(name)))
                    .as(name)
                    .doesNotContainIgnoringCase("lovelace", "ada@", "415", "0132", "secret", "garden")
                    .contains("***@analytical-engines.com", "***32");
            assertThat(typed.out()).contains(name + " written.");
        }
        assertThat(Files.readString(report.resolve("review.csv"))).contains("Lovelace");
    }

    @Test
    void canBeDecidedAndAppliedAsTheOriginal() throws IOException {
        typed().run("mask", job.toString(), report.getFileName().toString());
        Path masked = report.resolve("review-masked.csv");
        assertThat(DecidedReview.read(masked).rows()).hasSize(1);
        Path decided = Files.writeString(
                folder.resolve("decided.csv"),
                Files.readString(masked).replaceAll("(?m)^(r[0-9a-z]+),,", "$1,APPROVE,"));

        assertThat(typed().run("apply", job.toString(), decided.toString())).isZero();

        assertThat(Files.readString(folder.resolve("reports/latest/receipts.csv")))
                .contains(",APPLIED,");
    }

    @Test
    void givesTheSameBytesAgain() throws IOException {
        typed().run("mask", job.toString());
        byte[] first = Files.readAllBytes(report.resolve("review-masked.html"));

        typed().run("mask", job.toString());

        assertThat(report.resolve("review-masked.html")).hasBinaryContent(first);
    }

    @Test
    void saysWhichRunsHaveReportsIfTheNamedOneHasNone() {
        Typed typed = typed();

        assertThat(typed.run("mask", job.toString(), "20000101-000000-0000")).isEqualTo(65);

        assertThat(typed.err()).contains("No run 20000101-000000-0000 of job acme has a report");
    }

    private Typed typed() {
        return new Typed(folder.resolve("crashes"));
    }
}
