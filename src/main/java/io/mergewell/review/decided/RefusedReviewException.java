package io.mergewell.review.decided;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A review that is refused as a whole: nothing of it is applied or remembered. The message lists every problem. */
public final class RefusedReviewException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int MOST_SHOWN = 1_000;

    private final transient List<Problem> problems;
    private final transient @Nullable DecidedReview readable;
    private final Remedy remedy;

    /** What helps. */
    private enum Remedy {
        CORRECTION,
        DRY_RUN,
        ANOTHER_NAME
    }

    /** @param problems at least one */
    public RefusedReviewException(Path file, List<Problem> problems) {
        this(ofFile(file, problems), problems, null, Remedy.CORRECTION);
    }

    /**
     * A review of which rows are wrong.
     *
     * @param readable what of it can be read, which its plan may find more wrong with
     */
    RefusedReviewException(DecidedReview readable, List<Problem> problems) {
        this(ofFile(readable.file(), problems), problems, readable, Remedy.CORRECTION);
    }

    private RefusedReviewException(
            String message, List<Problem> problems, @Nullable DecidedReview readable, Remedy remedy) {
        super(message);
        this.problems = List.copyOf(problems);
        this.readable = readable;
        this.remedy = remedy;
    }

    /** A review of which no correction would make anything: another has to be decided on. */
    public static RefusedReviewException ofThePast(Path file, String sentence) {
        List<Problem> problems = List.of(Problem.ofFile(sentence));
        return new RefusedReviewException(
                refused(file, problems) + "\nMake a dry run, and decide in its report.",
                problems,
                null,
                Remedy.DRY_RUN);
    }

    /** A file of decisions, of which none is remembered. */
    static RefusedReviewException ofDecisions(Path file, List<Problem> problems) {
        return new RefusedReviewException(
                "The decisions in " + file + " were refused as a whole; what was remembered is as it was."
                        + listed(problems) + "\nCorrect the file and import it again.",
                problems,
                null,
                Remedy.CORRECTION);
    }

    /** A file that is not there. */
    static RefusedReviewException missing(Path file) {
        return new RefusedReviewException(
                "There is no file " + file
                        + ", so that nothing was done. Name the one that was decided in: the page saves"
                        + " it to the browser's download folder.",
                List.of(Problem.ofFile("There is no such file.")),
                null,
                Remedy.ANOTHER_NAME);
    }

    /** A folder of reviews of which some are refused, and with them all. */
    public static RefusedReviewException ofInbox(Path folder, List<RefusedReviewException> refused) {
        return new RefusedReviewException(
                refused.stream().map(Throwable::getMessage).collect(Collectors.joining("\n")) + "\nNothing in " + folder
                        + " was taken, since one file may speak against another: the others wait until this is corrected,"
                        + " or taken out of the folder.",
                refused.stream().flatMap(one -> one.problems.stream()).toList(),
                null,
                refused.stream().anyMatch(RefusedReviewException::isOfThePast) ? Remedy.DRY_RUN : Remedy.CORRECTION);
    }

    /** All of them, in the order of the file. */
    public List<Problem> problems() {
        return problems;
    }

    /** What of it can be read all the same; empty if nothing can. It is for finding more that is wrong, and no review. */
    public Optional<DecidedReview> readable() {
        return Optional.ofNullable(readable);
    }

    /** The same with what else is wrong. */
    public RefusedReviewException with(List<Problem> more) {
        if (readable == null || more.isEmpty()) {
            return this;
        }
        List<Problem> all = Stream.concat(problems.stream(), more.stream())
                .distinct()
                .sorted(Comparator.comparingLong(
                        problem -> problem.place() == null ? 0 : problem.place().line()))
                .toList();
        return new RefusedReviewException(readable, all);
    }

    /** Whether only another dry run helps. */
    public boolean isOfThePast() {
        return remedy == Remedy.DRY_RUN;
    }

    /** Whether the file is not there. */
    public boolean isMissing() {
        return remedy == Remedy.ANOTHER_NAME;
    }

    private static String ofFile(Path file, List<Problem> problems) {
        return refused(file, problems) + "\nCorrect the file, or decide anew in the newest report.";
    }

    private static String refused(Path file, List<Problem> problems) {
        return "The file " + file + " was refused as a whole; nothing of it was applied." + listed(problems);
    }

    private static String listed(List<Problem> problems) {
        String listed = problems.stream()
                .limit(MOST_SHOWN)
                .map(problem -> "\n  " + problem)
                .collect(Collectors.joining());
        return problems.size() > MOST_SHOWN ? listed + "\n  and " + (problems.size() - MOST_SHOWN) + " more" : listed;
    }
}
