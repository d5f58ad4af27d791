package io.mergewell.plan.draft;

import io.mergewell.normalise.NameKind;
import io.mergewell.normalise.Names;
import io.mergewell.person.Consent;
import io.mergewell.person.Organisation;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.person.PersonName;
import io.mergewell.person.PostalAddress;
import io.mergewell.plan.ActionKind;
import io.mergewell.plan.Band;
import io.mergewell.plan.Capabilities;
import io.mergewell.plan.Doubt;
import io.mergewell.plan.Fingerprint;
import io.mergewell.plan.PlanKeys;
import io.mergewell.plan.PlannedAction;
import io.mergewell.plan.PlannedGroup;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Records that hold nothing: proposed for deletion, and never AUTO. */
final class Shells {

    private static final String REASON = "nothing survives: the record is empty";
    private static final String CAUTION =
            "An empty record: no name beyond a placeholder, no e-mail, no phone, no other field%s, nothing linked.";

    private final Capabilities capabilities;

    Shells(Capabilities capabilities) {
        this.capabilities = capabilities;
    }

    /** Labels do not count as content but are shown as lost; a stop does count, because it must never be lost. */
    static boolean isShell(Person person) {
        return holdsNothing(person) && Unlinked.test(person);
    }

    /** As {@link #isShell}, where what hangs on the record may be unknown yet. */
    static boolean mayBeShell(Person person) {
        return holdsNothing(person) && person.facts().links().total() == 0;
    }

    /** The name comes last: reading it costs more than all the rest, and every person is asked. */
    private static boolean holdsNothing(Person person) {
        return person.emails().isEmpty()
                && person.phones().isEmpty()
                && person.organisation().equals(Organisation.NONE)
                && person.address().equals(PostalAddress.NONE)
                && person.birthDate() == null
                && person.jobTitle() == null
                && person.custom().isEmpty()
                && person.facts().consent() != Consent.UNSUBSCRIBED
                && isNameless(person.name());
    }

    private static boolean isNameless(PersonName name) {
        NameKind kind = Names.of(name).kind();
        return kind == NameKind.EMPTY || kind == NameKind.PLACEHOLDER;
    }

    PlannedGroup plan(Person shell) {
        PersonId id = shell.id();
        SortedMap<PersonId, String> fingerprints = new TreeMap<>();
        fingerprints.put(id, Fingerprint.of(shell));
        ActionKind kind = capabilities.delete() ? ActionKind.DELETE : ActionKind.NONE;
        PlannedAction row = new PlannedAction(
                PlanKeys.row(kind, null, id, fingerprints),
                kind,
                Band.REVIEW,
                0,
                id,
                List.of(),
                List.of(CAUTION.formatted(shell.facts().labels().isEmpty() ? "" : " but a label")),
                List.of(),
                List.of(),
                shell.facts().labels().stream().map(label -> "label: " + label).toList());
        return new PlannedGroup(
                PlanKeys.group(fingerprints.keySet()),
                List.of(shell),
                fingerprints,
                null,
                REASON,
                null,
                0,
                List.of(row),
                List.of(new Doubt.EmptyRecord()));
    }
}
