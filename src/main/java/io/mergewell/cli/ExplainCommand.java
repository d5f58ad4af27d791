package io.mergewell.cli;

import io.mergewell.cli.jobfile.JobFileReader;
import io.mergewell.cluster.Explanation;
import io.mergewell.cluster.Matching;
import io.mergewell.cluster.Resolver;
import io.mergewell.job.JobFile;
import io.mergewell.job.NextCommand;
import io.mergewell.person.PersonId;
import io.mergewell.person.PersonPair;
import io.mergewell.review.Counted;
import io.mergewell.store.Store;
import io.mergewell.store.memory.KeptApart;
import io.mergewell.store.mirror.Mirror;
import io.mergewell.store.mirror.Readings;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** {@code explain}: why two persons of the mirror match or not. */
final class ExplainCommand {

    private static final String HELP = NextCommand.ofArguments(List.of("explain", "--help"));

    private final Surroundings surroundings;

    ExplainCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    int run(Path path, String one, String other) {
        if (one.equals(other)) {
            throw new UsageException("That is the same person twice. Name two.", HELP);
        }
        JobFile job =
                JobFileReader.withoutCredential(surroundings.environment()).read(path);
        explain(job, id(one), id(other)).forEach(surroundings.out()::println);
        surroundings.out().println("Next: " + NextCommand.of("status", path));
        surroundings.out().flush();
        return ExitCode.DONE;
    }

    /** Matching takes much longer than reading the mirror, so the store is closed before it. */
    private List<String> explain(JobFile job, PersonId one, PersonId other) {
        Resolver resolver = new Resolver(job.match());
        Set<PersonPair> keptApart = read(job, resolver, List.of(one, other));
        Matching matching = resolver.match(keptApart);
        Explanation explanation = matching.explain(one, other).orElseThrow(() -> unread(one, job));
        return ExplanationText.of(explanation, matching.resolution().groups());
    }

    private Set<PersonPair> read(JobFile job, Resolver resolver, List<PersonId> wanted) {
        try (Store store = Store.look(job.store(), job.name()).orElseThrow(() -> nothingRead(job))) {
            try {
                requireCurrent(job, store);
                Mirror mirror = new Mirror(store);
                Readings readings = new Readings(store);
                if (mirror.count() == 0 && !everWhole(readings)) {
                    throw nothingRead(job);
                }
                requirePresent(job, mirror, wanted);
                tellWhatIsMissing(readings, mirror);
                tell("Comparing all persons: what a match weighs depends on how rare its values are ...");
                mirror.forEach(resolver::add);
                return new KeptApart(store).pairs();
            } catch (RuntimeException e) {
                throw store.explain(e).map(RuntimeException.class::cast).orElse(e);
            }
        }
    }

    private static void requireCurrent(JobFile job, Store store) {
        if (store.isOutdated()) {
            throw new TooEarlyException(
                    "The store of job " + job.name() + " was written by an earlier Mergewell and was left as it is. The"
                            + " next dry run brings it up to date; explain again after it.",
                    NextCommand.of("dry-run", job.path()));
        }
    }

    private static void requirePresent(JobFile job, Mirror mirror, List<PersonId> wanted) {
        Stream<PersonId> missing =
                wanted.stream().filter(id -> !mirror.find(List.of(id)).containsKey(id));
        missing.findFirst().ifPresent(id -> {
            throw unread(id, job);
        });
    }

    private void tellWhatIsMissing(Readings readings, Mirror mirror) {
        if (!everWhole(readings)) {
            tell("The CRM was never read to its end: the mirror has " + Counted.of(mirror.count(), "person")
                    + " so far, and with all of them the weights will be others.");
        } else if (readings.unfinished().isPresent()) {
            tell("A read of the CRM has begun and not ended: some persons are as they are now, others as they were.");
        }
    }

    private static boolean everWhole(Readings readings) {
        return readings.state().filter(state -> state.completedBy() != null).isPresent();
    }

    private void tell(String sentence) {
        surroundings.err().println(sentence);
        surroundings.err().flush();
    }

    private static TooEarlyException nothingRead(JobFile job) {
        return new TooEarlyException(
                "Job " + job.name()
                        + " has not read anything yet, so that there are no persons to explain. Do a dry run"
                        + " first.",
                NextCommand.of("dry-run", job.path()));
    }

    private static UsageException unread(PersonId id, JobFile job) {
        return new UsageException(
                "There is no person " + id + " among those that were read last. Is the id right? What is new in the CRM"
                        + " comes in with the next dry run.",
                NextCommand.of("dry-run", job.path()));
    }

    private static PersonId id(String text) {
        try {
            return new PersonId(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage() + " Take it from survivor_id or duplicate_id.", HELP);
        }
    }
}
