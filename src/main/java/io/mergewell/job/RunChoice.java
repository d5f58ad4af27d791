package io.mergewell.job;

import io.mergewell.store.memory.Run;
import io.mergewell.store.memory.Runs;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which run a command does: the unfinished one of the same work, or a new one. */
public final class RunChoice {

    private final Runs runs;
    private final String command;
    private final String changed;

    /** @param changed what it means that an unfinished run has other work, as the end of a sentence */
    public RunChoice(Runs runs, String command, String changed) {
        this.runs = runs;
        this.command = command;
        this.changed = changed;
    }

    /**
     * Chooses it. Unfinished runs that are not gone on with are given up.
     *
     * @param work digest of what is to be done
     * @param notes takes a sentence for each run that was given up
     */
    public Run choose(String work, Instant now, List<String> notes) {
        @Nullable Run chosen = null;
        for (Run run : runs.unfinished(command)) {
            if (chosen == null && run.continues(work, now)) {
                chosen = run;
                runs.resume(run.id());
            } else {
                runs.abandon(run.id(), now);
                notes.add("The unfinished run " + run.id() + " was given up: "
                        + (run.work().equals(work) ? "it is older than a day." : changed));
            }
        }
        if (chosen != null) {
            return chosen;
        }
        String id = RunIds.next(now);
        runs.begin(id, command, work, now);
        return runs.find(id).orElseThrow();
    }
}
