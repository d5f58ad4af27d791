package io.mergewell.apply.restore;

import io.mergewell.person.LinkKind;
import io.mergewell.person.LinkedRecords;
import io.mergewell.person.PersonId;
import java.util.Optional;
import java.util.stream.Collectors;

/** What cannot come back with a person, in words. */
final class Stayed {

    private Stayed() {}

    /** A sentence on the linked records that stay with a survivor; empty if there are none. */
    static Optional<String> with(PersonId survivor, LinkedRecords links) {
        String counts = counts(links);
        return counts.isEmpty()
                ? Optional.empty()
                : Optional.of("With person " + survivor + " stay its " + counts + ".");
    }

    /** Such as {@code 2 deals, 1 note}; followers, who are colleagues, left out. */
    static String counts(LinkedRecords links) {
        return links.counts().entrySet().stream()
                .filter(count -> count.getValue() > 0 && count.getKey() != LinkKind.FOLLOWERS)
                .map(count -> count.getKey().counted(count.getValue()))
                .collect(Collectors.joining(", "));
    }
}
