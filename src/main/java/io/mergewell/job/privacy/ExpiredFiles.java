package io.mergewell.job.privacy;

import io.mergewell.review.files.AtomicFile;
import io.mergewell.review.files.LatestRun;
import io.mergewell.review.files.ReviewException;
import io.mergewell.store.FailPoint;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Files of runs that are older than they are kept for. */
final class ExpiredFiles {

    private final RunFolders folders;
    private final Needed needed;
    private final Instant reportsBefore;
    private final Instant snapshotsBefore;
    private final List<Path> expired = new ArrayList<>();
    private final List<Path> foreign = new ArrayList<>();
    private final Set<String> kept = new LinkedHashSet<>();

    private ExpiredFiles(RunFolders folders, Needed needed, Instant reportsBefore, Instant snapshotsBefore) {
        this.folders = folders;
        this.needed = needed;
        this.reportsBefore = reportsBefore;
        this.snapshotsBefore = snapshotsBefore;
    }

    /** Looks through all folders of runs. */
    static ExpiredFiles of(RunFolders folders, Needed needed, Instant reportsBefore, Instant snapshotsBefore) {
        ExpiredFiles files = new ExpiredFiles(folders, needed, reportsBefore, snapshotsBefore);
        folders.all().forEach(files::look);
        return files;
    }

    List<Path> expired() {
        return List.copyOf(expired);
    }

    /** What lies among the expired and is not ours. */
    List<Path> foreign() {
        return List.copyOf(foreign);
    }

    /** Sentences on what stays although it is that old. */
    List<String> kept() {
        return List.copyOf(kept);
    }

    /** Takes them away, and then the folders in which nothing is left. Killed on the way, the next purge goes on. */
    void delete() {
        expired.forEach(file -> {
            AtomicFile.remove(file);
            FailPoint.hit("after-purged-file");
        });
        for (Path folder : folders.all()) {
            if (begunBefore(folder, reportsBefore)) {
                removeIfEmpty(folder);
            }
        }
        LatestRun.mend(folders.reports(), folders.all());
    }

    private void look(Path folder) {
        if (!begunBefore(folder, reportsBefore)) {
            return;
        }
        List<Path> going = new ArrayList<>();
        List<Path> summaries = new ArrayList<>();
        boolean stays = false;
        for (Path file : RunFolders.in(folder)) {
            RunFile kind = RunFolders.isFile(file) ? RunFile.of(file).orElse(null) : null;
            if (kind == null) {
                foreign.add(file);
            } else if (kind == RunFile.SUMMARY) {
                summaries.add(file);
            } else if (goes(folder, kind)) {
                going.add(file);
            } else {
                stays = true;
            }
        }
        expired.addAll(going);
        if (!stays) {
            expired.addAll(summaries);
        }
    }

    private boolean goes(Path folder, RunFile kind) {
        String run = folder.getFileName().toString();
        if (kind == RunFile.EVIDENCE && !begunBefore(folder, snapshotsBefore)) {
            return false;
        }
        String why = kind == RunFile.EVIDENCE ? needed.evidence(run) : needed.report(run);
        if (!why.isEmpty()) {
            kept.add(why);
        }
        return why.isEmpty();
    }

    private static boolean begunBefore(Path folder, Instant time) {
        return RunFolders.begunAt(folder).filter(begun -> begun.isBefore(time)).isPresent();
    }

    private static void removeIfEmpty(Path folder) {
        try {
            Files.delete(folder);
        } catch (DirectoryNotEmptyException | NoSuchFileException e) {
            // Something in it stays.
        } catch (IOException e) {
            throw ReviewException.cannotWrite(folder, e);
        }
    }
}
