package io.mergewell.cli.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Consumer;

/**
 * A file for the textfile collector of Prometheus's node_exporter: replaced as a whole, under a temporary name that the
 * collector passes over. Everybody may read it, since the exporter is another user, and it holds numbers alone.
 */
final class MetricsFile {

    private final Path file;
    private final Consumer<String> warnings;

    MetricsFile(Path file, Consumer<String> warnings) {
        this.file = file;
        this.warnings = warnings;
    }

    void write(RunEnd end) {
        Path temporary = file.resolveSibling("." + file.getFileName() + ".tmp");
        try {
            Files.write(temporary, Metrics.of(end).getBytes(UTF_8));
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rw-r--r--"));
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            forget(temporary);
            warnings.accept("The metrics could not be written to " + file + ": " + reason(e)
                    + ". The run itself is not touched by it; make the folder, or let this user write to it.");
        }
    }

    private static String reason(IOException failure) {
        return failure instanceof FileSystemException known && known.getReason() != null
                ? known.getReason()
                : "the folder is not there, or not to be written to";
    }

    private static void forget(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            // The collector passes over it, and the next run replaces it.
        }
    }
}
