package io.mergewell.review.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatestRunTests {

    @TempDir
    private Path reports;

    @Test
    void pointsToTheNewestRun() throws IOException {
        LatestRun.pointTo(Files.createDirectory(reports.resolve("first")));
        LatestRun.pointTo(Files.createDirectory(reports.resolve("second")));

        assertThat(Files.readSymbolicLink(reports.resolve("latest"))).isEqualTo(Path.of("second"));
        assertThat(LatestRun.of(reports)).contains(reports.resolve("second").toRealPath());
        assertThat(reports).isDirectoryNotContaining("glob:**/.latest*");
    }

    @Test
    void isUnderstoodAsATextFileToo() throws IOException {
        Files.createDirectory(reports.resolve("first"));
        Files.writeString(reports.resolve("latest"), "first\n");

        assertThat(LatestRun.of(reports)).contains(reports.resolve("first").toRealPath());
    }

    @Test
    void replacesATextFileByALink() throws IOException {
        Files.writeString(reports.resolve("latest"), "gone\n");

        LatestRun.pointTo(Files.createDirectory(reports.resolve("first")));

        assertThat(LatestRun.of(reports)).contains(reports.resolve("first").toRealPath());
    }

    @Test
    void pointsNowhereBeforeTheFirstRunAndAfterThatRunWasRemoved() throws IOException {
        assertThat(LatestRun.of(reports)).isEmpty();

        Path run = Files.createDirectory(reports.resolve("first"));
        LatestRun.pointTo(run);
        Files.delete(run);

        assertThat(LatestRun.of(reports)).isEmpty();
    }

    @Test
    void neverReplacesAFolder() throws IOException {
        Files.createDirectory(reports.resolve("latest"));

        assertThatThrownBy(() -> LatestRun.pointTo(reports.resolve("first"))).isInstanceOf(ReviewException.class);
    }
}
