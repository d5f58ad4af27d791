package io.mergewell.cli.decisions;

import io.mergewell.apply.admission.Admission;
import io.mergewell.apply.admission.AdmittedReview;
import io.mergewell.apply.admission.ValidPlans;
import io.mergewell.cli.ending.ExitCode;
import io.mergewell.cli.ending.UsageException;
import io.mergewell.cli.jobfile.JobFileReader;
import io.mergewell.cli.voice.Surroundings;
import io.mergewell.job.JobFile;
import io.mergewell.job.NextCommand;
import io.mergewell.job.StoreVersion;
import io.mergewell.job.apply.RefusedInFull;
import io.mergewell.plan.ComparedValues;
import io.mergewell.plan.Decision;
import io.mergewell.plan.PairDecision;
import io.mergewell.review.decided.DecidedReview;
import io.mergewell.review.decided.DecisionsFile;
import io.mergewell.review.words.Counted;
import io.mergewell.store.Store;
import io.mergewell.store.memory.Decisions;
import io.mergewell.store.memory.Plans;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code decisions}: what people decided, out of the store into a file and back. */
public final class DecisionsCommand {

    private static final String EXPORT = "export";
    private static final String IMPORT = "import";

    private final Surroundings surroundings;
    private final boolean json;

    /**
     * @param surroundings what the command finds around it
     * @param json whether it says how it went as one JSON document
     */
    public DecisionsCommand(Surroundings surroundings, boolean json) {
        this.surroundings = surroundings;
        this.json = json;
    }

    /**
     * Writes what is remembered; a job that has not run yet has decided nothing.
     *
     * @param path the job file
     * @return the exit code
     */
    public int export(Path path, Path file) {
        JobFile job = job(path);
        requireFolder(file);
        List<PairDecision> decisions = remembered(job);
        DecisionsFile.write(file, decisions);
        String next = NextCommand.of("decisions", path, IMPORT, file.toString());
        return json
                ? print(DecisionsJson.of(EXPORT, file, decisions.size(), List.of(), next))
                : print(Counted.of(decisions.size(), "decision") + " written to " + file + ".\nNext: " + next);
    }

    /** A folder that is misspelt would be made, and the file not found. */
    private static void requireFolder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new UsageException(
                    "There is no folder " + folder + ", so that nothing was written. Make it first, or name a file"
                            + " elsewhere.",
                    NextCommand.ofArguments(List.of("decisions", "--help")));
        }
    }

    /**
     * What a file holds.
     *
     * @param notes sentences on what of it is not remembered
     */
    private record Imported(List<PairDecision> decisions, List<String> notes) {}

    /**
     * Remembers what a file holds, in place of what was decided earlier on the same pairs; all of it or nothing.
     *
     * @param path the job file
     * @return the exit code
     */
    public int load(Path path, Path file) {
        JobFile job = job(path);
        Function<Store, Imported> source = source(job, file);
        Imported imported;
        try (Store store = Store.open(job.store(), job.name())) {
            imported = explained(store, opened -> {
                Imported read = source.apply(opened);
                new Decisions(opened).remember(read.decisions());
                return read;
            });
        }
        String next = NextCommand.of("dry-run", path);
        return json
                ? print(DecisionsJson.of(IMPORT, file, imported.decisions().size(), imported.notes(), next))
                : print(remembered(imported) + "\nNext: " + next);
    }

    private static String remembered(Imported imported) {
        List<PairDecision> decisions = imported.decisions();
        boolean isAnyApproved = decisions.stream().anyMatch(decision -> decision.decision() == Decision.APPROVE);
        String sentences = Counted.of(decisions.size(), "decision")
                + " remembered. What was decided on other pairs still holds."
                + (isAnyApproved ? " Nothing was merged: only apply does that, with a review." : "");
        return Stream.concat(Stream.of(sentences), imported.notes().stream().map(note -> "Note: " + note))
                .collect(Collectors.joining("\n"));
    }

    /** A review decides on rows of a plan, which is in the store; any other file says all by itself, before that is opened. */
    private Function<Store, Imported> source(JobFile job, Path file) {
        Instant now = surroundings.clock().instant().truncatedTo(ChronoUnit.MICROS);
        if (!DecisionsFile.isReview(file)) {
            Imported imported = new Imported(DecisionsFile.read(file, now), List.of());
            return store -> imported;
        }
        DecidedReview review = RefusedInFull.read(file, job, surroundings.clock());
        return store -> {
            ValidPlans plans = new ValidPlans(
                    new Plans(store, job.name()), job.plan().validFor(), surroundings.clock(), plan -> true);
            AdmittedReview admitted = new Admission(store, plans).admit(review);
            return new Imported(admitted.remembered(new ComparedValues(job.match()), now), admitted.contradictions());
        };
    }

    private static List<PairDecision> remembered(JobFile job) {
        Optional<Store> looked = Store.look(job.store(), job.name());
        if (looked.isEmpty()) {
            return List.of();
        }
        try (Store store = looked.get()) {
            StoreVersion.requireCurrent(store, job);
            return explained(store, opened -> new Decisions(opened).all());
        }
    }

    private static <T> T explained(Store store, Function<Store, T> work) {
        try {
            return work.apply(store);
        } catch (RuntimeException e) {
            throw store.explain(e).map(RuntimeException.class::cast).orElse(e);
        }
    }

    private JobFile job(Path path) {
        return JobFileReader.withoutCredential(surroundings.environment()).read(path);
    }

    private int print(String text) {
        surroundings.out().println(text);
        surroundings.out().flush();
        return ExitCode.DONE;
    }
}
