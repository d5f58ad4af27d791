package io.mergewell.review.decided;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A review that is refused as a whole: nothing of it is applied or remembered. The message lists every problem. */
public final class RefusedReviewException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int MOST_SHOWN = 1_000;

    private final transient List<Problem> problems;
    private final boolean past;

    /** @param problems at least one */
    public RefusedReviewException(Path file, List<Problem> problems) {
        this(refused(file, problems) + "\nCorrect the file, or decide anew in the newest report.", problems, false);
    }

    private RefusedReviewException(String message, List<Problem> problems, boolean past) {
        super(message);
        this.problems = List.copyOf(problems);
        this.past = past;
    }

    /** A review of which no correction would make anything: another has to be decided on. */
    public static RefusedReviewException ofThePast(Path file, String sentence) {
        List<Problem> problems = List.of(Problem.ofFile(sentence));
        return new RefusedReviewException(
                refused(file, problems) + "\nMake a dry run, and decide in its report.", problems, true);
    }

    /** A file of decisions, of which none is remembered. */
    static RefusedReviewException ofDecisions(Path file, List<Problem> problems) {
        return new RefusedReviewException(
                "The decisions in " + file + " were refused as a whole; what was remembered is as it was."
                        + listed(problems) + "\nCorrect the file and import it again.",
                problems,
                false);
    }

    /** A folder of reviews of which some are refused, and with them all. */
    public static RefusedReviewException ofInbox(Path folder, List<RefusedReviewException> refused) {
        return new RefusedReviewException(
                refused.stream().map(Throwable::getMessage).collect(Collectors.joining("\n")) + "\nNothing in " + folder
                        + " was taken, since one file may speak against another: the others wait until this is corrected,"
                        + " or taken out of the folder.",
                refused.stream().flatMap(one -> one.problems.stream()).toList(),
                refused.stream().anyMatch(RefusedReviewException::isOfThePast));
    }

    /** All of them, in the order of the file. */
    public List<Problem> problems() {
        return problems;
    }

    /** Whether only another dry run helps. */
    public boolean isOfThePast() {
        return past;
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
