package io.mergewell.cli.evaluate.decided;

import io.mergewell.job.JobException;
import io.mergewell.job.JobFile;
import io.mergewell.job.NextCommand;
import io.mergewell.job.StoreLook;
import io.mergewell.job.StoreVersion;
import io.mergewell.store.Store;
import io.mergewell.store.memory.Run;
import io.mergewell.store.memory.Runs;
import io.mergewell.store.mirror.MirrorState;
import io.mergewell.store.mirror.Readings;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Looks at the persons that a job has read, of which all have to be there. */
public final class MirrorLook implements StoreLook {

    private final JobFile job;
    private final String command;
    private @Nullable Seen seen;

    /** @param command the whole command, as {@link NextCommand} makes it, to type again after what has to come first */
    public MirrorLook(JobFile job, String command) {
        this.job = job;
        this.command = command;
    }

    /** What must not change between two looks. */
    private record Seen(MirrorState mirror, List<Run> lastRun) {}

    @Override
    public <T> T at(Function<Store, T> look) {
        try (Store store = Store.look(job.store(), job.name()).orElseThrow(this::nothingRead)) {
            try {
                requireUnchanged(store);
                return look.apply(store);
            } catch (RuntimeException e) {
                throw store.explain(e).map(RuntimeException.class::cast).orElse(e);
            }
        }
    }

    /** The run that read the persons. To be asked after a look. */
    public String runId() {
        return Objects.requireNonNull(Objects.requireNonNull(seen).mirror().completedBy());
    }

    private void requireUnchanged(Store store) {
        StoreVersion.requireCurrent(store, job);
        Optional<MirrorState> mirror = new Readings(store).state().filter(state -> state.completedBy() != null);
        Seen now = new Seen(mirror.orElseThrow(this::nothingRead), new Runs(store).newest(1));
        if (seen != null && !seen.equals(now)) {
            throw new JobException.TooEarly(
                    "A run of job " + job.name() + " has changed what is known of the persons meanwhile. Nothing was"
                            + " written; type it again when the run has ended.",
                    command);
        }
        seen = now;
    }

    private JobException.TooEarly nothingRead() {
        return new JobException.TooEarly(
                "Job " + job.name() + " has not read its persons to their end yet, so that there is nothing to try"
                        + " settings on. Do a dry run first.",
                NextCommand.of("dry-run", job.path()));
    }
}
