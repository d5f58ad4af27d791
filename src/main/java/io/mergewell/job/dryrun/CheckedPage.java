package io.mergewell.job.dryrun;

import io.mergewell.crm.PersonPage;
import io.mergewell.crm.SourcedPerson;
import io.mergewell.person.PersonId;
import io.mergewell.store.memory.Rejection;
import io.mergewell.store.memory.RunCounts;
import io.mergewell.store.mirror.MirroredPerson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A page as the mirror takes it.
 *
 * @param rejections records that are not taken, and why
 */
record CheckedPage(List<MirroredPerson> persons, List<PersonId> gone, List<Rejection> rejections) {

    /** What one value of the store holds; no person of a CRM comes near it. */
    private static final int MOST_BYTES = 1_000_000;

    static CheckedPage of(PersonPage page) {
        List<MirroredPerson> persons = new ArrayList<>(page.persons().size());
        List<Rejection> rejections = new ArrayList<>();
        page.rejected().forEach(rejected -> rejections.add(new Rejection(rejected.where(), rejected.reason())));
        for (SourcedPerson sourced : page.persons()) {
            String raw = sourced.raw();
            if (fits(raw)) {
                persons.add(new MirroredPerson(sourced.person(), raw));
            } else {
                String where = "person " + sourced.person().id();
                rejections.add(new Rejection(where, "The record is larger than a million bytes."));
            }
        }
        return new CheckedPage(persons, page.gone(), rejections);
    }

    /** What this page adds to the run's counters. */
    RunCounts counts(RunCounts usage) {
        return new RunCounts(1, persons.size(), rejections.size(), usage.calls(), usage.tokens(), usage.retries());
    }

    private static boolean fits(String raw) {
        return raw.length() < MOST_BYTES / 3 || raw.getBytes(StandardCharsets.UTF_8).length < MOST_BYTES;
    }
}
