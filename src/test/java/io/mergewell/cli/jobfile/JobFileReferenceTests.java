package io.mergewell.cli.jobfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.crm.CrmSystem;
import io.mergewell.crm.CrmSystems;
import io.mergewell.job.JobFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written about job files is true. */
class JobFileReferenceTests {

    @Test
    void everyKeyIsInTheReadme() throws IOException {
        String readme = Files.readString(Path.of("README.md"));

        Stream.of(
                        Keys.JOB,
                        Keys.API,
                        Keys.CSV,
                        Keys.MATCH,
                        Keys.PLAN,
                        Keys.APPLY,
                        Keys.STORE,
                        Keys.KEEP,
                        Keys.OAUTH,
                        Keys.COLUMNS)
                .flatMap(List::stream)
                .forEach(key -> assertThat(readme).contains(key));
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
