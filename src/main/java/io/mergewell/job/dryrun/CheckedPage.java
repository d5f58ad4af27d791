package io.mergewell.job.dryrun;

import io.mergewell.crm.PersonPage;
import io.mergewell.person.PersonId;
import io.mergewell.store.memory.Rejection;
import io.mergewell.store.memory.RunCounts;
import io.mergewell.store.mirror.MirroredPerson;
import java.util.ArrayList;
import java.util.List;

/**
 * A page as the mirror takes it.
 *
 * @param gone whom the mirror drops: the deleted, and those whose record has become too large to keep
 * @param rejections records that are not taken, and why
 */
record CheckedPage(List<MirroredPerson> persons, List<PersonId> gone, List<Rejection> rejections) {

    static CheckedPage of(PersonPage page) {
        CheckedPersons checked = CheckedPersons.of(page.persons());
        List<PersonId> gone = new ArrayList<>(page.gone());
        gone.addAll(checked.tooLarge());
        List<Rejection> rejections = new ArrayList<>();
        page.rejected().forEach(rejected -> rejections.add(new Rejection(rejected.where(), rejected.reason())));
        rejections.addAll(checked.rejections());
        return new CheckedPage(checked.persons(), gone, rejections);
    }

    /** What this page adds to the run's counters. */
    RunCounts counts(RunCounts usage) {
        return new RunCounts(1, persons.size(), rejections.size(), usage.calls(), usage.tokens(), usage.retries());
    }
}
