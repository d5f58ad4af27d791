package io.mergewell.cli.explain;

import io.mergewell.cli.ending.UsageException;
import io.mergewell.job.JobFile;
import io.mergewell.job.NextCommand;
import io.mergewell.person.PersonId;
import io.mergewell.store.Store;
import io.mergewell.store.ledger.Crosswalk;
import io.mergewell.store.ledger.Restored;
import io.mergewell.store.mirror.Mirror;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a person that somebody asks about is not among those that were read. */
final class Missing {

    private final JobFile job;
    private final Store store;
    private final List<PersonId> asked;

    Missing(JobFile job, Store store, List<PersonId> asked) {
        this.job = job;
        this.store = store;
        this.asked = asked;
    }

    /** The first of them who is missing, as a sentence; empty if all are there. */
    Optional<UsageException> find() {
        Mirror mirror = new Mirror(store);
        return asked.stream()
                .filter(id -> !mirror.find(List.of(id)).containsKey(id))
                .findFirst()
                .map(this::explained);
    }

    private UsageException explained(PersonId gone) {
        PersonId survivor = new Crosswalk(store).present(gone);
        return survivor.equals(gone) ? neverRead(gone) : merged(gone, survivor);
    }

    private UsageException merged(PersonId gone, PersonId survivor) {
        boolean restored = new Restored(store).isSuccessor(gone, survivor);
        String sentence = "Person " + gone + " is no longer there: "
                + (restored ? "restore brought it back as " : "apply merged it into ") + survivor + ".";
        List<String> others = asked.stream()
                .filter(id -> !id.equals(gone))
                .map(id -> new Crosswalk(store).present(id))
                .map(PersonId::value)
                .toList();
        if (others.contains(survivor.value())) {
            return new UsageException(sentence + " The two are one by now.", NextCommand.of("status", job.path()));
        }
        List<String> next =
                Stream.concat(Stream.of(survivor.value()), others.stream()).toList();
        return new UsageException(sentence, NextCommand.of("explain", job.path(), next.toArray(String[]::new)));
    }

    private UsageException neverRead(PersonId id) {
        Path path = job.path();
        return new UsageException(
                "There is no person " + id + " among those that were read last: nobody has read it yet, or it was gone"
                        + " from the CRM by then. Is the id right? What is new in the CRM comes in with the next dry"
                        + " run.",
                NextCommand.of("dry-run", path));
    }
}
