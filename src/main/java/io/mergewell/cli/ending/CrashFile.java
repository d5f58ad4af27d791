package io.mergewell.cli.ending;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Keeps what we need to mend a bug: types and places in the code. Messages are left out, since those of libraries quote
 * the values they fail on, and values are persons.
 */
public final class CrashFile {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Set<PosixFilePermission> OWNER_ONLY =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final Path folder;
    private final InstantSource clock;

    /** @param folder where the files go; made if it does not exist */
    public CrashFile(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * Writes one file.
     *
     * @param command the command that failed, without its arguments
     * @return the file: in the folder, or in the system's temporary folder if that one cannot be written to
     */
    Path write(String command, Throwable failure) {
        String name = "crash-" + STAMP.format(clock.instant()) + ".txt";
        List<String> lines = lines(command, failure);
        try {
            Files.createDirectories(folder);
            return write(folder.resolve(name), lines);
        } catch (IOException e) {
            return writeTemporary(lines);
        }
    }

    private static Path writeTemporary(List<String> lines) {
        try {
            return write(Files.createTempFile("mergewell-crash-", ".txt"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path write(Path file, List<String> lines) throws IOException {
        Files.write(file, lines);
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, OWNER_ONLY);
        }
        return file;
    }

    private List<String> lines(String command, Throwable failure) {
        List<String> lines = new ArrayList<>();
        lines.add("Mergewell " + Version.NUMBER + " failed in " + command + " at "
                + clock.instant().truncatedTo(ChronoUnit.SECONDS) + ".");
        lines.add("Java " + Runtime.version() + ", " + System.getProperty("os.name") + ", "
                + System.getProperty("os.arch"));
        lines.add("");
        describe("", failure, lines, Collections.newSetFromMap(new IdentityHashMap<>()));
        return lines;
    }

    private static void describe(String role, Throwable failure, List<String> lines, Set<Throwable> seen) {
        if (!seen.add(failure)) {
            return;
        }
        lines.add(role + failure.getClass().getName());
        for (StackTraceElement frame : failure.getStackTrace()) {
            lines.add("    at " + frame);
        }
        for (Throwable suppressed : failure.getSuppressed()) {
            describe("suppressed: ", suppressed, lines, seen);
        }
        if (failure.getCause() != null) {
            describe("caused by: ", failure.getCause(), lines, seen);
        }
    }
}
