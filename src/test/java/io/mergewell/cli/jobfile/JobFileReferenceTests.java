package io.mergewell.cli.jobfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.cli.jobfile.JobFileReference.Entry;
import io.mergewell.crm.connect.CrmSystem;
import io.mergewell.crm.systems.CrmSystems;
import io.mergewell.job.JobFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written about job files is true. */
class JobFileReferenceTests {

    @Test
    void thePageIsWhatTheProgramReads() throws IOException {
        assertThat(Files.readString(Path.of("docs", "configuration.md")))
                .as("docs/configuration.md; to write it anew: ./run.sh job-file --page >docs/configuration.md")
                .isEqualTo(JobFileReference.page());
    }

    @Test
    void thePageHasEveryKeyOnceForEachTypeItIsFor() {
        assertThat(JobFileReference.page().lines().filter(line -> line.startsWith("| `")))
                .hasSameSizeAs(JobFileReference.entries())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "plan.max-group; whole number, 2 to 1,000; `10`",
                "plan.valid-for; duration, 1h to 365d; `14d`",
                "plan.survivor; 'list of `latest-updated`, `lowest-id`, `most-complete`, `most-linked`, `oldest`';"
                        + " '`[most-linked, oldest, lowest-id]`'",
                "apply.auto; `true` or `false`; `false`",
                "apply.max-share; 'number above 0, up to 1'; `0.05`",
                "apply.inbox; folder; '`inbox/JOB`, named after the job'",
                "crm.reader; one of collection, list; `collection`",
                "crm.oauth.client-id; word; required"
            })
    void saysOfAKeyWhatItMayBeAndItsDefault(String path, String values, String otherwise) {
        assertThat(JobFileReference.entries())
                .filteredOn(entry -> entry.path().equals(path))
                .singleElement()
                .extracting(Entry::values, Entry::otherwise)
                .containsExactly(values, otherwise);
    }

    @ParameterizedTest
    @CsvSource({
        "review-threshold, match.review-threshold",
        "max-groups, plan.max-group",
        "aply.auto, apply.auto",
        "client-id, crm.oauth.client-id",
        "whatever,"
    })
    void findsTheKeyThatIsMeant(String written, String meant) {
        assertThat(JobFileReference.meant(written)).isEqualTo(Optional.ofNullable(meant));
    }

    @ParameterizedTest
    @CsvSource({
        "crm.type, ''",
        "crm.token, pipedrive pipedrive-v1 rogerroger wethod",
        "crm.oauth.client-id, pipedrive pipedrive-v1",
        "crm.sweep-every, pipedrive pipedrive-v1 wethod",
        "crm.company, wethod",
        "crm.columns.id, csv"
    })
    void saysWhichTypesTakeAKey(String path, String types) {
        assertThat(JobFileReference.entries())
                .filteredOn(entry -> entry.path().equals(path))
                .extracting(entry -> String.join(" ", entry.types()))
                .containsExactly(types);
    }

    @ParameterizedTest
    @MethodSource("jobs")
    void everyJobThatComesAlongIsRightAndInTheReadme(Path file) throws IOException {
        JobFile job = new JobFileReader(Map.of("PIPEDRIVE_TOKEN", "secret")).read(file);

        assertThat(file).hasFileName(job.name() + ".yml");
        assertThat(Files.readString(Path.of("README.md"))).contains("jobs/" + job.name() + ".yml");
    }

    @ParameterizedTest
    @MethodSource("systems")
    void everySystemHasAJobFileAndARowInTheReadme(CrmSystem system) throws IOException {
        assertThat(jobs()).contains(Path.of("jobs", system.type() + ".yml"));
        assertThat(Files.readAllLines(Path.of("README.md")))
                .anyMatch(line -> line.startsWith("| [")
                        && line.contains("](jobs/" + system.type() + ".yml), `type: " + system.type() + "`"));
    }

    private static List<CrmSystem> systems() {
        return CrmSystems.ALL;
    }

    private static List<Path> jobs() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("jobs"))) {
            return files.filter(file -> file.toString().endsWith(".yml"))
                    .sorted()
                    .toList();
        }
    }
}
