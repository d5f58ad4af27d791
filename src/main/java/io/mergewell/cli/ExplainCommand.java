package io.mergewell.cli;

import io.mergewell.cli.jobfile.JobFileReader;
import io.mergewell.cluster.Explanation;
import io.mergewell.cluster.Matching;
import io.mergewell.cluster.Resolver;
import io.mergewell.job.JobFile;
import io.mergewell.job.NextCommand;
import io.mergewell.person.PersonId;
import io.mergewell.store.Store;
import io.mergewell.store.memory.KeptApart;
import io.mergewell.store.mirror.Mirror;
import java.nio.file.Path;
import java.util.List;
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
        JobFile job = new JobFileReader(surroundings.environment()).read(path);
        Explanation explanation = explain(job, id(one), id(other));
        ExplanationText.of(explanation).forEach(surroundings.out()::println);
        surroundings.out().println("Next: " + NextCommand.of("status", path));
        surroundings.out().flush();
        return ExitCode.DONE;
    }

    private Explanation explain(JobFile job, PersonId one, PersonId other) {
        try (Store store = Store.openExisting(job.store(), job.name()).orElseThrow(() -> unread(one, job))) {
            try {
                return explain(job, store, one, other);
            } catch (RuntimeException e) {
                throw store.explain(e).map(RuntimeException.class::cast).orElse(e);
            }
        }
    }

    private Explanation explain(JobFile job, Store store, PersonId one, PersonId other) {
        Mirror mirror = new Mirror(store);
        List<PersonId> missing = Stream.of(one, other)
                .filter(id -> !mirror.find(List.of(id)).containsKey(id))
                .toList();
        if (!missing.isEmpty()) {
            throw unread(missing.get(0), job);
        }
        surroundings.err().println("Comparing all persons: what a match weighs depends on how rare its values are ...");
        surroundings.err().flush();
        Resolver resolver = new Resolver(job.match());
        mirror.forEach(resolver::add);
        Matching matching = resolver.match(new KeptApart(store).pairs());
        return matching.explain(one, other).orElseThrow();
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
