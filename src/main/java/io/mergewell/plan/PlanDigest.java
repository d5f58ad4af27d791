package io.mergewell.plan;

import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import java.util.Comparator;
import java.util.List;

/**
 * SHA-256 over what a plan proposes: for each group, in the order of their ids, who survives and why, the values of each
 * member, the golden record, and each row with all it says. Leaves out what may change without changing a proposal:
 * size of the base, times and linked records of a record, order of groups, notes.
 */
public final class PlanDigest {

    private static final String VERSION = "mergewell plan 1";

    private PlanDigest() {}

    /** The digest as 64 hexadecimal digits; a stored plan that has another one is damaged. */
    public static String of(Plan plan) {
        return of(plan.job(), plan.groups());
    }

    static String of(String job, List<PlannedGroup> groups) {
        Canonical canonical = new Canonical().text(VERSION).text(job).number(groups.size());
        groups.stream().sorted(Comparator.comparing(PlannedGroup::id)).forEach(group -> write(canonical, group));
        return canonical.digest();
    }

    private static void write(Canonical canonical, PlannedGroup group) {
        PersonId survivor = group.survivor();
        canonical
                .text(group.id())
                .text(survivor == null ? null : survivor.value())
                .text(group.survivorReason());
        canonical.number(group.members().size());
        for (Person member : group.members()) {
            Fingerprint.writeValues(canonical, member);
            canonical.text(group.fingerprints().get(member.id()));
        }
        if (group.golden() != null) {
            Fingerprint.writeValues(canonical, group.golden());
        }
        canonical.fraction(group.minScore()).number(group.actions().size());
        group.actions().forEach(action -> write(canonical, action));
    }

    private static void write(Canonical canonical, PlannedAction action) {
        canonical
                .text(action.rowKey())
                .text(action.kind().name())
                .text(action.band().name());
        canonical.fraction(action.score()).text(action.duplicate().value());
        canonical.number(action.evidence().size());
        action.evidence()
                .forEach(evidence ->
                        canonical.text(evidence.field()).text(evidence.level()).fraction(evidence.bits()));
        canonical.texts(action.cautions()).texts(action.conflicts());
        canonical.texts(action.valuesGained()).texts(action.valuesLost());
    }
}
