package io.mergewell.job.dryrun;

import io.mergewell.person.PersonId;
import io.mergewell.review.words.Counted;
import io.mergewell.store.Store;
import io.mergewell.store.privacy.ForgottenPersons;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** Whom people asked to be erased, and the CRM still holds: a dry run reads them again. */
final class ForgottenAgain {

    private static final int NAMED = 20;

    private ForgottenAgain() {}

    /** The sentence for the summary; none if there is nobody. */
    static List<String> note(Store store) {
        SortedSet<PersonId> again = new ForgottenPersons(store).present();
        if (again.isEmpty()) {
            return List.of();
        }
        String ids = again.stream().limit(NAMED).map(PersonId::value).collect(Collectors.joining(", "));
        return List.of(Counted.of(again.size(), "person", "persons") + " erased here on request "
                + (again.size() == 1 ? "was" : "were") + " read again, since the CRM still holds them: " + ids
                + (again.size() > NAMED ? " and others" : "") + ". Erase there, then forget again.");
    }
}
