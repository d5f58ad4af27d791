package io.mergewell.apply.admission;

import io.mergewell.review.decided.DecidedReview;
import io.mergewell.review.decided.Problem;
import io.mergewell.review.decided.RefusedReviewException;
import io.mergewell.store.memory.HandedIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which decided reviews are left. Files in it are read and never changed, moved or deleted.
 *
 * <p>Left out are hidden files (spreadsheets lock with those), folders, and symbolic links, which might lead out of it.
 */
public final class Inbox {

    private static final Comparator<Found> OLDEST_FIRST = Comparator.comparing(Found::frozenAt)
            .thenComparing(Found::savedAt)
            .thenComparing(found -> found.review().file().getFileName().toString());

    private final Path folder;
    private final ValidPlans plans;
    private final HandedIn handedIn;

    /** @param folder need not exist: then it is empty */
    public Inbox(Path folder, ValidPlans plans, HandedIn handedIn) {
        this.folder = folder;
        this.plans = plans;
        this.handedIn = handedIn;
    }

    /**
     * What was found.
     *
     * @param reviews those with decisions, the oldest plan first, then the file saved first, then by name
     * @param sentences which files were taken and which were not, and why, in that order
     */
    public record Taken(List<DecidedReview> reviews, List<String> sentences) {

        public Taken {
            reviews = List.copyOf(reviews);
            sentences = List.copyOf(sentences);
        }
    }

    private record Found(DecidedReview review, Instant frozenAt, FileTime savedAt) {}

    /**
     * Reads every review once.
     *
     * @throws RefusedReviewException if one of them is not as it must be: it might hold a decision against what another
     *     approves, so that none is taken
     */
    public Taken take() {
        List<Found> found = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        List<RefusedReviewException> refused = new ArrayList<>();
        for (Path file : files()) {
            try {
                look(file, leftOut).ifPresent(found::add);
            } catch (RefusedReviewException e) {
                refused.add(plans.inFull(e));
            }
        }
        if (!refused.isEmpty()) {
            throw RefusedReviewException.ofInbox(folder, refused);
        }
        found.sort(OLDEST_FIRST);
        List<String> sentences = new ArrayList<>();
        found.forEach(one -> sentences.add(one.review().file() + " was taken."));
        sentences.addAll(leftOut);
        return new Taken(found.stream().map(Found::review).toList(), sentences);
    }

    private Optional<Found> look(Path file, List<String> leftOut) {
        if (Files.isSymbolicLink(file)) {
            leftOut.add(file + " was left out: it is a symbolic link. Put the file itself there.");
            return Optional.empty();
        }
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        FileTime savedAt = savedAt(file);
        DecidedReview review = DecidedReview.read(file, LinkOption.NOFOLLOW_LINKS);
        @Nullable String planId = review.planId();
        if (planId == null || !review.isDecided()) {
            leftOut.add(file + " was left out: nothing is decided in it.");
            return Optional.empty();
        }
        Optional<Instant> frozenAt = plans.frozenAt(planId);
        if (frozenAt.isEmpty() && !handedIn.contains(review.sha256())) {
            leftOut.add(file + " was left out: its plan is of another job or another input file, or too old to be"
                    + " applied. Decide anew in the newest report.");
        }
        return frozenAt.map(time -> new Found(review, time, savedAt));
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().matches("[.~].*"))
                    .sorted()
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static FileTime savedAt(Path file) {
        try {
            return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static RefusedReviewException unreadable(Path path, IOException cause) {
        String sentence = "It cannot be read (" + cause.getClass().getSimpleName() + ").";
        return new RefusedReviewException(path, List.of(Problem.ofFile(sentence)));
    }
}
