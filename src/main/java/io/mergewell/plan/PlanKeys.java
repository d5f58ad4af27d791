package io.mergewell.plan;

import io.mergewell.person.PersonId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names for groups and rows that are the same on every night on which nothing has changed. */
public final class PlanKeys {

    private PlanKeys() {}

    /** The id of the group of these members. */
    public static String group(Iterable<PersonId> ascending) {
        Canonical canonical = new Canonical().text("group");
        ascending.forEach(id -> canonical.text(id.value()));
        return canonical.key('g');
    }

    /**
     * The key of a row.
     *
     * @param survivor null for an empty shell
     * @param fingerprints of both persons at least
     */
    public static String row(
            ActionKind kind, @Nullable PersonId survivor, PersonId duplicate, Map<PersonId, String> fingerprints) {
        Canonical canonical = new Canonical().text("row").text(kind.name());
        canonical.text(duplicate.value()).text(fingerprints.get(duplicate));
        if (survivor != null) {
            canonical.text(survivor.value()).text(fingerprints.get(survivor));
        }
        return canonical.key('r');
    }
}
