package io.mergewell.crm.write;

import io.mergewell.crm.SourcedPerson;
import io.mergewell.person.PersonId;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of one {@link Effect} that was sent, as far as the answer tells. */
public sealed interface Reply {

    /**
     * The system says that it did it.
     *
     * @param remaining the record that stays or is new, as the system names it; null for a deletion
     * @param gone those that are gone now, as the system names them
     * @param shown the whole record after an update, where the answer has it and reading it would have a price of its own;
     *     else null
     */
    record Done(
            @Nullable PersonId remaining,
            List<PersonId> gone,
            @Nullable SourcedPerson shown) implements Reply {

        public Done {
            gone = List.copyOf(gone);
        }

        public Done(@Nullable PersonId remaining, List<PersonId> gone) {
            this(remaining, gone, null);
        }
    }

    /**
     * The system understood and did nothing.
     *
     * @param why a sentence without any value of a person
     */
    record Refused(String why) implements Reply {}

    /**
     * The system did nothing yet, and may be asked again.
     *
     * @param pause how long it wants to be left alone
     * @param why a sentence without any value of a person
     */
    record NotNow(Duration pause, String why) implements Reply {}

    /**
     * It may have been done or not, or may yet be: only reading can tell.
     *
     * @param why a sentence without any value of a person
     */
    record Unknown(String why) implements Reply {}
}
