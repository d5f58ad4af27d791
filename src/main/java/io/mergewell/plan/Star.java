package io.mergewell.plan;

import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The shape of every group: each duplicate goes into the one survivor, once. So no chain and no cycle can arise. */
final class Star {

    private Star() {}

    static void check(
            List<Person> members,
            SortedMap<PersonId, String> fingerprints,
            @Nullable PersonId survivor,
            @Nullable Person golden,
            List<PlannedAction> actions) {
        TreeSet<PersonId> ids = members.stream().map(Person::id).collect(Collectors.toCollection(TreeSet::new));
        require(ids.size() == members.size(), "A person is in a group once.");
        require(ids.equals(fingerprints.keySet()), "A group has the fingerprint of each of its members.");
        require((survivor == null) == (golden == null), "A group has a survivor and a golden record, or neither.");
        require(golden == null || golden.id().equals(survivor), "The golden record is the survivor's.");
        if (survivor == null) {
            require(members.size() == 1, "Only an empty shell has no survivor.");
        } else {
            require(members.size() > 1, "A group has at least two members.");
            require(members.get(0).id().equals(survivor), "The survivor is the first member.");
            ids.remove(survivor);
        }
        require(
                actions.stream().map(PlannedAction::duplicate).toList().equals(List.copyOf(ids)),
                "A group has one row for each duplicate, ascending, and none for its survivor.");
    }

    private static void require(boolean condition, String sentence) {
        if (!condition) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
