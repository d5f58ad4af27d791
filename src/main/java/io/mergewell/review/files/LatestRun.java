package io.mergewell.review.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/** {@code latest} in a job's reports: points to the newest run. */
public final class LatestRun {

    public static final String NAME = "latest";

    private LatestRun() {}

    /**
     * Lets {@code latest} point to a run: a symbolic link, or a text file that names the run where links are impossible.
     *
     * @param runFolder a folder in the job's reports
     * @throws ReviewException if it cannot be written; then it points where it did
     */
    public static void pointTo(Path runFolder) {
        Path latest = runFolder.resolveSibling(NAME);
        if (Files.isDirectory(latest, LinkOption.NOFOLLOW_LINKS)) {
            throw ReviewException.cannotWrite(
                    latest, new IOException("a folder of our own making never has that name"));
        }
        if (!link(latest, runFolder.getFileName())) {
            byte[] name = (runFolder.getFileName() + "\n").getBytes(StandardCharsets.UTF_8);
            AtomicFile.write(latest, out -> out.write(name));
        }
    }

    /**
     * Lets {@code latest} point to the newest of the runs that are left, if the one that it points to is gone.
     *
     * @param runFolders the oldest first; none takes the pointer away
     * @throws ReviewException if it cannot be written
     */
    public static void mend(Path reports, List<Path> runFolders) {
        Path latest = reports.resolve(NAME);
        boolean isOurs = Files.isSymbolicLink(latest) || Files.isRegularFile(latest, LinkOption.NOFOLLOW_LINKS);
        if (isOurs && of(reports).isEmpty()) {
            if (runFolders.isEmpty()) {
                AtomicFile.remove(latest);
            } else {
                pointTo(runFolders.get(runFolders.size() - 1));
            }
        }
    }

    /** The folder of the newest run; empty where there is none yet. */
    public static Optional<Path> of(Path reports) {
        Path latest = reports.resolve(NAME);
        try {
            if (Files.isRegularFile(latest, LinkOption.NOFOLLOW_LINKS)) {
                latest = reports.resolve(Files.readString(latest).strip());
            }
            return Files.isDirectory(latest) ? Optional.of(latest.toRealPath()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean link(Path latest, Path run) {
        Path temporary = latest.resolveSibling("." + NAME + ".link");
        try {
            Files.deleteIfExists(temporary);
            Files.createSymbolicLink(temporary, run);
            Files.move(temporary, latest, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
