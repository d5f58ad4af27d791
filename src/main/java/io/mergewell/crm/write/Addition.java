package io.mergewell.crm.write;

import io.mergewell.person.Person;
import java.util.Optional;

/** What a record shall hold besides what it holds: blanks filled and lists united by the plan's rules. */
@FunctionalInterface
public interface Addition {

    /**
     * The update that gives a record what it lacks, and takes nothing away.
     *
     * @param now the record as it was read just now
     * @return with fields only that the system {@linkplain PersonWriter#writes writes}; empty if nothing is missing
     */
    Optional<Effect.Update> to(Person now);
}
