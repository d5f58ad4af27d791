package io.mergewell.cli.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.cli.Typed;
import io.mergewell.cli.jobfile.JobFileReader;
import io.mergewell.job.JobFile;
import io.mergewell.job.privacy.Purge;
import io.mergewell.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What becomes with time of what is known of a list in a file. */
class PurgeCommandTests {

    private static final String LIST = """
            id;name;email;phone
            1;Ada Lovelace;ada@analytical-engines.com;
            2;Lovelace Ada;ADA@analytical-engines.com;+1 415 555 0132
            3;Grace Hopper;grace@compilers-and-co.com;415 555 0199
            4;Hopper, Grace;grace@compilers-and-co.com;+1 (415) 555-0199
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
                keep: { reports: 90d }
                store: { url: "jdbc:h2:file:%s" }
                reports: %s
                apply: { inbox: %s }
                """.formatted(
                        folder.resolve("data/acme"), folder.resolve("reports"), folder.resolve("inbox")));
    }

    @Test
    void saysThatNothingIsOldEnough() throws IOException {
        typed().run("dry-run", job.toString());
        Typed typed = typed();

        assertThat(typed.run("purge", job.toString(), "--yes")).isZero();

        assertThat(typed.out())
                .startsWith("Kept: reports 90 days, snapshots 365 days, the mirror without a read 30 days;")
                .contains("Nothing is older than that.", "\nNext: ./run.sh status ");
    }

    @Test
    void saysTheSameToAProgram() throws IOException {
        typed().run("dry-run", job.toString());
        Typed typed = typed();

        assertThat(typed.run("purge", job.toString(), "--json")).isZero();

        JsonNode json = JsonMapper.builder().build().readTree(typed.out());
        assertThat(json.path("done").asBoolean()).isFalse();
        assertThat(json.path("files").isArray()).isTrue();
        assertThat(json.path("store").path("plans").asInt()).isZero();
        assertThat(json.path("next").asString()).isEqualTo("./run.sh status " + job);
    }

    @Test
    void saysSoOfAJobThatNeverRan() {
        Typed typed = typed();

        assertThat(typed.run("purge", job.toString())).isZero();

        assertThat(typed.out()).contains("Nothing is older than that.", "Nothing has been changed.");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void asksToComeAgainWhileARunIsAtWork() {
        JobFile file = new JobFileReader(Map.of()).read(job);
        try (Store held = Store.open(file.store(), file.name())) {
            assertThat(held.isAtWork()).isTrue();
            assertThat(typed().run("purge", job.toString(), "--yes")).isEqualTo(75);
            assertThat(typed().run("purge", job.toString())).isEqualTo(75);
        }
    }

    @Test
    void saysWhatItCannotRead() throws IOException {
        typed().run("dry-run", job.toString());
        Path inbox = Files.writeString(folder.resolve("inbox"), "no folder");
        Typed typed = typed();

        assertThat(typed.run("purge", job.toString(), "--yes")).isEqualTo(74);

        assertThat(typed.err()).startsWith("Cannot read " + inbox + ": ").contains("run the same command again.");
    }

    @Test
    void keepsWhatTheNextCopyOfTheListCarriesOutAndWritesTheCopyAnew() throws IOException {
        applyAll();
        JobFile file = new JobFileReader(Map.of()).read(job);

        assertThat(Purge.run(file, in(Duration.ofDays(20))).store().groups()).isZero();
        assertThat(Purge.run(file, in(Duration.ofDays(400))).kept())
                .singleElement()
                .asString()
                .startsWith("2 applied groups stay as reported: each new cleaned.csv carries them out again");

        assertThat(folder.resolve("reports/latest")).doesNotExist();
        assertThat(typed().run("apply", job.toString())).isZero();
        assertThat(Files.readString(folder.resolve("reports/latest/cleaned.csv")))
                .contains("\n1;", "\n3;")
                .doesNotContain("\n2;", "\n4;");
    }

    @Test
    void forgetsTheGroupsOnceTheListNoLongerHoldsTheirRecords() throws IOException {
        applyAll();
        Files.writeString(folder.resolve("persons.csv"), "id;name;email;phone\n5;Mary Jackson;mary@wind-tunnel.org;\n");
        typed().run("dry-run", job.toString());
        JobFile file = new JobFileReader(Map.of()).read(job);

        assertThat(Purge.run(file, in(Duration.ofDays(400))).store().groups()).isEqualTo(2);

        assertThat(typed().run("dry-run", job.toString())).isZero();
        assertThat(typed().run("apply", job.toString())).isZero();
    }

    @Test
    void takesReviewsOutOfTheInboxThatApplyTookAndNoOthers() throws IOException {
        Path taken = Files.createDirectories(folder.resolve("inbox")).resolve("taken.csv");
        typed().run("dry-run", job.toString());
        Files.writeString(taken, decided());
        assertThat(typed().run("apply", job.toString())).isZero();
        Path never = Files.writeString(folder.resolve("inbox/never.csv"), "something of mine");
        Files.setLastModifiedTime(never, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        JobFile file = new JobFileReader(Map.of()).read(job);

        assertThat(Purge.run(file, in(Duration.ofDays(91))).kept())
                .anySatisfy(sentence -> assertThat(sentence).startsWith("1 old file in the inbox stays"));

        assertThat(taken).doesNotExist();
        assertThat(never).exists();
    }

    private void applyAll() throws IOException {
        typed().run("dry-run", job.toString());
        Path review = Files.writeString(folder.resolve("decided.csv"), decided());
        assertThat(typed().run("apply", job.toString(), review.toString())).isZero();
        assertThat(Files.readString(folder.resolve("reports/latest/cleaned.csv")))
                .doesNotContain("\n2;");
    }

    private String decided() throws IOException {
        return Files.readString(folder.resolve("reports/latest/review.csv"))
                .replaceAll("(?m)^(r[0-9a-z]+),,", "$1,APPROVE,");
    }

    private Typed typed() {
        return new Typed(folder.resolve("crashes"));
    }

    private static InstantSource in(Duration time) {
        return InstantSource.fixed(Instant.now().plus(time));
    }
}
