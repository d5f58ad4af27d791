package io.mergewell.cli.explain;

import io.mergewell.cli.ending.ExitCode;
import io.mergewell.cli.ending.UsageException;
import io.mergewell.cli.jobfile.JobFileReader;
import io.mergewell.cli.voice.Surroundings;
import io.mergewell.cluster.Matching;
import io.mergewell.cluster.Matching.Neighbour;
import io.mergewell.cluster.Resolver;
import io.mergewell.job.JobException;
import io.mergewell.job.JobFile;
import io.mergewell.job.NextCommand;
import io.mergewell.job.StoreVersion;
import io.mergewell.person.PersonId;
import io.mergewell.person.PersonPair;
import io.mergewell.person.vocabulary.Vocabulary;
import io.mergewell.plan.PairDecision;
import io.mergewell.review.words.Counted;
import io.mergewell.store.Store;
import io.mergewell.store.memory.Decisions;
import io.mergewell.store.memory.KeptApart;
import io.mergewell.store.mirror.Mirror;
import io.mergewell.store.mirror.Readings;
import io.mergewell.store.mirror.Terms;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code explain}: why two persons of the mirror match or not. */
public final class ExplainCommand {

    private static final String HELP = NextCommand.ofArguments(List.of("explain", "--help"));

    private static final int NEIGHBOURS = 10;

    private final Surroundings surroundings;

    /** @param surroundings what the command finds around it */
    public ExplainCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * Prints why two persons match or not.
     *
     * @param path the job file
     * @param one the id of a person in the CRM
     * @param other null for those who are most like the one
     * @param json one JSON document instead of text
     * @return the exit code
     */
    public int run(Path path, String one, @Nullable String other, boolean json) {
        if (one.equals(other)) {
            throw new UsageException("That is the same person twice. Name two.", HELP);
        }
        JobFile job =
                JobFileReader.withoutCredential(surroundings.environment()).read(path);
        if (other == null) {
            nearest(job, id(one), json);
        } else {
            explain(job, id(one), id(other), json);
        }
        if (!json) {
            surroundings.print("Next: " + NextCommand.of("status", path));
        }
        surroundings.out().flush();
        return ExitCode.DONE;
    }

    /** Matching takes much longer than reading the mirror, so the store is closed before it. */
    private void explain(JobFile job, PersonId one, PersonId other, boolean json) {
        Resolver resolver = new Resolver(job.match());
        PersonPair pair = PersonPair.of(one, other);
        Seen seen = look(
                job,
                resolver,
                List.of(one, other),
                store -> new Seen(
                        new KeptApart(store).pairs(),
                        new Decisions(store).on(pair).orElse(null),
                        PlanPlace.find(store, job.name(), pair.first(), pair.second())
                                .orElse(null),
                        new Terms(store).vocabulary()));
        Matching matching = resolver.match(seen.keptApart());
        Explained explained = new Explained(
                matching.explain(one, other).orElseThrow(),
                matching.proposedBy(one, other),
                matching,
                seen.decision(),
                seen.place(),
                seen.vocabulary());
        if (json) {
            surroundings.out().println(explained.json());
        } else {
            explained.lines().forEach(surroundings::print);
        }
    }

    private void nearest(JobFile job, PersonId person, boolean json) {
        Resolver resolver = new Resolver(job.match());
        Set<PersonPair> keptApart = look(job, resolver, List.of(person), store -> new KeptApart(store).pairs());
        List<Neighbour> nearest = resolver.match(keptApart).nearest(person, NEIGHBOURS);
        if (json) {
            surroundings.out().println(NearestText.json(person, nearest));
        } else {
            NearestText.of(person, nearest).forEach(surroundings::print);
        }
    }

    /** What the store knows of two persons beside the persons. */
    private record Seen(
            Set<PersonPair> keptApart,
            @Nullable PairDecision decision,
            @Nullable PlanPlace place,
            Vocabulary vocabulary) {}

    private <T> T look(JobFile job, Resolver resolver, List<PersonId> wanted, Function<Store, T> more) {
        try (Store store = Store.look(job.store(), job.name()).orElseThrow(() -> nothingRead(job))) {
            try {
                StoreVersion.requireCurrent(store, job);
                Mirror mirror = new Mirror(store);
                Readings readings = new Readings(store);
                if (mirror.count() == 0 && !everWhole(readings)) {
                    throw nothingRead(job);
                }
                new Missing(job, store, wanted).find().ifPresent(missing -> {
                    throw missing;
                });
                tellWhatIsMissing(readings, mirror);
                tell("Comparing all persons: what a match weighs depends on how rare its values are ...");
                mirror.forEach(resolver::add);
                return more.apply(store);
            } catch (RuntimeException e) {
                throw store.explain(e).map(RuntimeException.class::cast).orElse(e);
            }
        }
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

    private static JobException.TooEarly nothingRead(JobFile job) {
        return new JobException.TooEarly(
                "Job " + job.name()
                        + " has not read anything yet, so that there are no persons to explain. Do a dry run"
                        + " first.",
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
