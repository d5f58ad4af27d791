package io.mergewell.cli.privacy;

import io.mergewell.cli.ending.ExitCode;
import io.mergewell.cli.jobfile.JobFileReader;
import io.mergewell.cli.voice.Surroundings;
import io.mergewell.job.JobFile;
import io.mergewell.job.RunExit;
import io.mergewell.job.privacy.Forget;
import io.mergewell.job.privacy.Forgot;
import io.mergewell.person.PersonId;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** {@code forget}: says what is held of persons, and with {@code --yes} erases it. */
public final class ForgetCommand {

    private final Surroundings surroundings;

    /** @param surroundings what the command finds around it */
    public ForgetCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * Prints what is held of persons, or what was erased.
     *
     * @param path the job file
     * @param ids their ids in the CRM
     * @param yes erase it; else nothing is changed
     * @return the exit code
     */
    public int run(Path path, List<String> ids, boolean yes) {
        JobFile job =
                JobFileReader.withoutCredential(surroundings.environment()).read(path);
        SortedSet<PersonId> persons = new TreeSet<>();
        ids.forEach(id -> persons.add(new PersonId(id.strip())));
        Forgot forgot =
                yes ? Forget.run(job, persons, surroundings.clock()) : Forget.look(job, persons, surroundings.clock());
        ForgetText.of(forgot, job, persons).forEach(surroundings::print);
        surroundings.out().flush();
        return yes && !forgot.unreadable().isEmpty() ? RunExit.PARTLY : ExitCode.DONE;
    }
}
