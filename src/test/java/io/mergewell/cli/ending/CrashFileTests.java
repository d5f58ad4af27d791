package io.mergewell.cli.ending;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashFileTests {

    private static final InstantSource NOW = InstantSource.fixed(Instant.parse("2026-11-21T03:04:05.678Z"));

    @TempDir
    private Path folder;

    @Test
    void keepsTypesAndPlacesButNoMessage() throws IOException {
        Exception failure = new IllegalStateException("row of will.smith@acme.com", new IOException("Will Smith"));
        failure.addSuppressed(new RuntimeException("+1 415 555 0132"));

        Path file = new CrashFile(folder.resolve("reports"), NOW).write("dry-run", failure);

        assertThat(file).isEqualTo(folder.resolve("reports/crash-20261121T030405Z.txt"));
        assertThat(Files.readString(file))
                .startsWith("Mergewell (development) failed in dry-run at 2026-11-21T03:04:05Z.\nJava ")
                .contains("\njava.lang.IllegalStateException\n    at io.mergewell.cli.ending.CrashFileTests.")
                .contains("\nsuppressed: java.lang.RuntimeException\n")
                .contains("\ncaused by: java.io.IOException\n")
                .doesNotContain("Smith", "smith", "415");
    }

    @Test
    void canBeReadByItsOwnerOnly() throws IOException {
        Path file = new CrashFile(folder, NOW).write("dry-run", new IllegalStateException());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void goesToTheTemporaryFolderWhereItsOwnCannotBeMade() throws IOException {
        Path notAFolder = Files.createFile(folder.resolve("reports"));

        Path file = new CrashFile(notAFolder, NOW).write("dry-run", new IllegalStateException());

        assertThat(file).exists().hasParent(Path.of(System.getProperty("java.io.tmpdir")));
        Files.delete(file);
    }

    @Test
    void endsWithCausesThatRunInACircle() throws IOException {
        Exception one = new IllegalStateException();
        Exception other = new IllegalArgumentException(one);
        one.initCause(other);

        Path file = new CrashFile(folder, NOW).write("dry-run", one);

        assertThat(Files.readAllLines(file))
                .filteredOn(line -> line.endsWith("Exception"))
                .containsExactly("java.lang.IllegalStateException", "caused by: java.lang.IllegalArgumentException");
    }
}
