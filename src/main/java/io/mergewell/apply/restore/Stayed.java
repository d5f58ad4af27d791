package io.mergewell.apply.restore;

import io.mergewell.person.LinkKind;
import io.mergewell.person.LinkedRecords;
import io.mergewell.person.PersonId;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** A sentence on notes that were copied to a survivor; empty if there are none. */
    static Optional<String> copies(PersonId survivor, long notes) {
        return notes == 0
                ? Optional.empty()
                : Optional.of("With person " + survivor + " "
                        + (notes == 1 ? "stays the copy of a note" : "stay the copies of " + notes + " notes")
                        + " of it.");
    }

    /**
     * Such as {@code 2 deals, 1 copied note}.
     *
     * @param copies how many of its notes were copied
     */
    static String counts(LinkedRecords links, long copies) {
        String copied = copies == 0 ? "" : copies == 1 ? "1 copied note" : copies + " copied notes";
        return Stream.of(counts(links), copied).filter(text -> !text.isEmpty()).collect(Collectors.joining(", "));
    }

    /** Such as {@code 2 deals, 1 note}; followers, who are colleagues, left out. */
    static String counts(LinkedRecords links) {
        return links.counts().entrySet().stream()
                .filter(count -> count.getValue() > 0 && count.getKey() != LinkKind.FOLLOWERS)
                .map(count -> count.getKey().counted(count.getValue()))
                .collect(Collectors.joining(", "));
    }
}
