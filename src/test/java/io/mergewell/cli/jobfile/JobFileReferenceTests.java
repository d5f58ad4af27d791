package io.mergewell.cli.jobfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written about job files is true. */
class JobFileReferenceTests {

    @Test
    void everyKeyIsInTheReadme() throws IOException {
        String readme = Files.readString(Path.of("README.md"));

        Stream.of(Keys.JOB, Keys.API, Keys.CSV, Keys.MATCH, Keys.PLAN, Keys.APPLY, Keys.STORE, Keys.OAUTH, Keys.COLUMNS)
                .flatMap(List::stream)
                .forEach(key -> assertThat(readme).contains(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sandbox", "csv-example", "pipedrive"})
    void everyJobThatComesAlongIsRight(String name) {
        Path file = Path.of("jobs", name + ".yml");

        assertThat(new JobFileReader(Map.of("PIPEDRIVE_TOKEN", "secret"))
                        .read(file)
                        .name())
                .isEqualTo(name);
    }
}
