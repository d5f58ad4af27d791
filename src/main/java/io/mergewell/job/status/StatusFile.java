package io.mergewell.job.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code status.json} in a job's reports: a running job rewrites it after each commit, so that others can see how far it
 * is while it holds its store. It is a courtesy: a run goes on when it cannot be written.
 */
final class StatusFile {

    private static final String NAME = "status.json";
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private final Path reports;

    StatusFile(Path reports) {
        this.reports = reports;
    }

    void write(LiveRun run) {
        Path temporary = reports.resolve("." + NAME + ".tmp");
        try {
            Files.createDirectories(reports, permissions("rwx------"));
            Files.deleteIfExists(temporary);
            Files.createFile(temporary, permissions("rw-------"));
            Files.write(temporary, JSON.writeValueAsBytes(run));
            Files.move(temporary, reports.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // The run itself will say so if the disk is full.
            forget(temporary);
        }
    }

    private static void forget(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            // It lies where nobody looks, and the next one replaces it.
        }
    }

    /** What the newest run wrote; empty if there is nothing to be read. */
    Optional<LiveRun> read() {
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(reports.resolve(NAME)), LiveRun.class));
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    private FileAttribute<?>[] permissions(String mode) {
        return reports.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }
}
