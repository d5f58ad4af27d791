package io.mergewell.plan.draft;

import io.mergewell.person.LinkKind;
import io.mergewell.person.LinkedRecords;
import io.mergewell.person.Person;
import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Whether nothing hangs on a record, so that it may be proposed for deletion. An unknown count is not zero. Two kinds
 * are exceptions: followers are no reason to keep a record; and leads, which Pipedrive's lists never count, may be
 * unknown here because they are asked for at the moment of deletion.
 */
final class Unlinked {

    private static final Set<LinkKind> COUNTED = EnumSet.complementOf(EnumSet.of(LinkKind.FOLLOWERS, LinkKind.LEADS));

    private Unlinked() {}

    static boolean test(Person person) {
        LinkedRecords links = person.facts().links();
        return COUNTED.stream().allMatch(kind -> links.count(kind).equals(OptionalInt.of(0)))
                && links.count(LinkKind.LEADS).orElse(0) == 0;
    }
}
