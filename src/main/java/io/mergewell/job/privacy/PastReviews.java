package io.mergewell.job.privacy;

import io.mergewell.job.JobFile;
import io.mergewell.review.files.ReviewException;
import io.mergewell.review.words.Counted;
import io.mergewell.store.Store;
import io.mergewell.store.memory.HandedIn;
import io.mergewell.store.memory.Plans;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;

/** Decided reviews in the inbox that have had their time: those that apply took, byte for byte, go; others are people's. */
final class PastReviews {

    private final List<Path> taken = new ArrayList<>();
    private final List<Path> others = new ArrayList<>();

    private PastReviews() {}

    /** @param savedBefore those that were saved since stay */
    static PastReviews of(JobFile job, Store store, Instant savedBefore, Instant validSince) {
        PastReviews past = new PastReviews();
        HandedIn handedIn = new HandedIn(store);
        Plans plans = new Plans(store, job.name());
        for (Path file : RunFolders.visibleFiles(job.apply().inbox())) {
            if (savedAt(file).isBefore(savedBefore)) {
                boolean isPast = handedIn.planOf(sha256(file))
                        .filter(plan -> plans.frozenAt(plan)
                                .filter(frozen -> !frozen.isBefore(validSince))
                                .isEmpty())
                        .isPresent();
                (isPast ? past.taken : past.others).add(file);
            }
        }
        return past;
    }

    List<Path> taken() {
        return List.copyOf(taken);
    }

    /** A sentence on those that stay; none if there are none. */
    List<String> kept() {
        return others.isEmpty()
                ? List.of()
                : List.of(Counted.of(others.size(), "old file") + " in the inbox "
                        + (others.size() == 1 ? "stays" : "stay")
                        + ", since apply never took what is in it now, or its plan can still be applied: "
                        + String.join(", ", others.stream().map(Path::toString).toList()) + ".");
    }

    private static Instant savedAt(Path file) {
        try {
            return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
        } catch (IOException e) {
            throw ReviewException.cannotRead(file, e);
        }
    }

    private static String sha256(Path file) {
        try (InputStream bytes = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return DigestUtils.sha256Hex(bytes);
        } catch (IOException e) {
            throw ReviewException.cannotRead(file, e);
        }
    }
}
