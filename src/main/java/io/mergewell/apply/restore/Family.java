package io.mergewell.apply.restore;

import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The losses that one survivor is concerned in.
 *
 * @param survivor null for a record that was deleted for itself
 * @param before the survivor as it was before the run's first effect on it; null if there is no survivor
 * @param losses at least one
 */
record Family(@Nullable PersonId survivor, @Nullable Person before, List<Loss> losses) {

    Family {
        losses = List.copyOf(losses);
    }
}
