package io.mergewell.job.privacy;

import io.mergewell.apply.act.send.Snapshots;
import io.mergewell.apply.rewrite.Rewriting;
import io.mergewell.crm.connect.CrmSettings;
import io.mergewell.job.JobFile;
import io.mergewell.person.PersonId;
import io.mergewell.review.ComparisonFile;
import io.mergewell.review.ReviewFiles;
import io.mergewell.review.files.AtomicFile;
import io.mergewell.review.page.ReviewPage;
import io.mergewell.review.privacy.ErasedFile;
import io.mergewell.review.privacy.Forgotten;
import io.mergewell.review.privacy.MaskedReport;
import io.mergewell.review.receipt.ApplyFiles;
import io.mergewell.store.FailPoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** The files of a job's runs and of its inbox, without some persons. */
final class ErasedFiles {

    private static final Set<String> TABLES = Set.of(
            ReviewFiles.REVIEW,
            ReviewFiles.GROUPS,
            MaskedReport.REVIEW,
            MaskedReport.GROUPS,
            ApplyFiles.RECEIPTS,
            ComparisonFile.NAME);

    private static final Set<String> PAGES = Set.of(ReviewPage.NAME, MaskedReport.PAGE);

    private final RunFolders folders;
    private final Path inbox;
    private final CrmSettings crm;
    private final SortedSet<PersonId> persons;
    private final Forgotten forgotten;
    private final List<Path> changed = new ArrayList<>();
    private final List<Path> unreadable = new ArrayList<>();

    ErasedFiles(JobFile job, SortedSet<PersonId> persons, Forgotten forgotten) {
        this.folders = new RunFolders(job.reports());
        this.inbox = job.apply().inbox();
        this.crm = job.crm();
        this.persons = persons;
        this.forgotten = forgotten;
    }

    /** Those that are, or would be, written again. */
    List<Path> changed() {
        return List.copyOf(changed);
    }

    /** Those that cannot be searched. */
    List<Path> unreadable() {
        return List.copyOf(unreadable);
    }

    /** Learns in which groups they are. */
    void learn() throws IOException {
        for (Path folder : folders.all()) {
            for (Path file : files(folder)) {
                if (isTable(file)) {
                    ErasedFile.learnFromTable(Files.readAllBytes(file), forgotten);
                } else if (isPage(file)) {
                    ErasedFile.learnFromPage(Files.readAllBytes(file), forgotten);
                }
            }
        }
        for (Path file : reviews()) {
            ErasedFile.learnFromTable(Files.readAllBytes(file), forgotten);
        }
    }

    /**
     * Erases them.
     *
     * @param yes whether to; if not, it is only found out where
     * @param beforeReview told of a review in the inbox, and of what it will be, before it is written
     */
    void erase(boolean yes, BiConsumer<byte[], byte[]> beforeReview) throws IOException {
        for (Path folder : folders.all()) {
            erase(folder, yes);
        }
        for (Path file : reviews()) {
            byte[] before = Files.readAllBytes(file);
            if (taken(file, ErasedFile.table(before, forgotten)) instanceof ErasedFile.Changed review && yes) {
                beforeReview.accept(before, review.content());
                AtomicFile.rewrite(file, out -> out.write(review.content()));
            }
        }
    }

    private void erase(Path folder, boolean yes) throws IOException {
        SortedMap<String, byte[]> contents = new TreeMap<>();
        for (Path file : files(folder)) {
            if (RunFile.of(file).isPresent() && RunFile.isTemporary(file)) {
                // No run is at work, so a killed one left it, and the file it was to become is there or never will be.
                changed.add(file);
                if (yes) {
                    AtomicFile.remove(file);
                }
            } else if (taken(file, erased(file)) instanceof ErasedFile.Changed one) {
                contents.put(file.getFileName().toString(), one.content());
            }
        }
        if (yes) {
            Digests.update(folder, contents);
            contents.forEach((name, content) -> {
                FailPoint.hit("before-erased-file");
                AtomicFile.rewrite(folder.resolve(name), out -> out.write(content));
            });
        }
    }

    private ErasedFile erased(Path file) throws IOException {
        if (isTable(file)) {
            return ErasedFile.table(Files.readAllBytes(file), forgotten);
        }
        if (isPage(file)) {
            return ErasedFile.page(Files.readAllBytes(file), forgotten);
        }
        return switch (file.getFileName().toString()) {
            case Snapshots.FILE -> ErasedFile.snapshots(Files.readAllBytes(file), forgotten);
            case Rewriting.FILE -> ErasedCopy.of(file, crm, persons);
            default -> new ErasedFile.Unchanged();
        };
    }

    private static boolean isTable(Path file) {
        return TABLES.contains(file.getFileName().toString()) || (isOfPeople(file) && !isPage(file));
    }

    private static boolean isPage(Path file) {
        String name = file.getFileName().toString();
        return PAGES.contains(name) || (isOfPeople(file) && name.endsWith(".html"));
    }

    /** What people leave beside a report is most often the report, saved under another name. */
    private static boolean isOfPeople(Path file) {
        return RunFile.of(file).isEmpty();
    }

    private ErasedFile taken(Path file, ErasedFile erased) {
        if (erased instanceof ErasedFile.Changed) {
            changed.add(file);
        } else if (erased instanceof ErasedFile.Unreadable) {
            unreadable.add(file);
        }
        return erased;
    }

    private List<Path> reviews() {
        return RunFolders.visibleFiles(inbox);
    }

    private static List<Path> files(Path folder) {
        return RunFolders.in(folder).stream().filter(RunFolders::isFile).toList();
    }
}
