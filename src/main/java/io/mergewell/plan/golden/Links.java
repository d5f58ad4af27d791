package io.mergewell.plan.golden;

import io.mergewell.person.LinkKind;
import io.mergewell.person.LinkedRecords;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** What hangs on a record after another was merged into it. */
final class Links {

    /** One such record hangs on one person, so the numbers add up; of the others two persons may share one. */
    private static final Set<LinkKind> ADD_UP =
            EnumSet.of(LinkKind.DEALS, LinkKind.NOTES, LinkKind.FILES, LinkKind.LEADS);

    private Links() {}

    /** At least so many; a kind that is unknown of either is unknown of both. */
    static LinkedRecords united(LinkedRecords ours, LinkedRecords theirs) {
        Map<LinkKind, Integer> united = new EnumMap<>(LinkKind.class);
        for (LinkKind kind : LinkKind.values()) {
            OptionalInt our = ours.count(kind);
            OptionalInt their = theirs.count(kind);
            if (our.isPresent() && their.isPresent()) {
                united.put(kind, united(kind, our.getAsInt(), their.getAsInt()));
            }
        }
        return new LinkedRecords(united);
    }

    private static int united(LinkKind kind, int ours, int theirs) {
        return ADD_UP.contains(kind) ? Math.addExact(ours, theirs) : Math.max(ours, theirs);
    }
}
