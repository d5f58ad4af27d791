package io.mergewell.apply.admission;

import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.plan.ActionKind;
import io.mergewell.plan.Band;
import io.mergewell.plan.Fingerprint;
import io.mergewell.plan.Plan;
import io.mergewell.plan.PlanKeys;
import io.mergewell.plan.PlannedAction;
import io.mergewell.plan.PlannedGroup;
import io.mergewell.plan.Somebody;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Plans of groups of which only the ids matter. */
final class PlanOf {

    private final List<PlannedGroup> groups = new ArrayList<>();

    /** A group of merges. */
    PlanOf group(String survivor, String... duplicates) {
        return group(ActionKind.MERGE, survivor, duplicates);
    }

    PlanOf group(ActionKind kind, String survivor, String... duplicates) {
        Person stays = Somebody.withId(survivor).named("Zora " + survivor).there();
        List<Person> go = Stream.of(duplicates)
                .map(id -> Somebody.withId(id).named("Zora " + id).there())
                .sorted(Comparator.comparing(Person::id))
                .toList();
        List<Person> members = Stream.concat(Stream.of(stays), go.stream()).toList();
        SortedMap<PersonId, String> fingerprints = new TreeMap<>();
        members.forEach(member -> fingerprints.put(member.id(), Fingerprint.of(member)));
        groups.add(new PlannedGroup(
                PlanKeys.group(fingerprints.keySet()),
                members,
                fingerprints,
                stays.id(),
                "lowest id",
                stays,
                0.99,
                go.stream()
                        .map(person -> row(kind, stays.id(), person.id(), fingerprints))
                        .toList()));
        return this;
    }

    PlanOf shell(String id) {
        Person shell = Somebody.withId(id).there();
        SortedMap<PersonId, String> fingerprints = new TreeMap<>();
        fingerprints.put(shell.id(), Fingerprint.of(shell));
        groups.add(new PlannedGroup(
                PlanKeys.group(fingerprints.keySet()),
                List.of(shell),
                fingerprints,
                null,
                "",
                null,
                0,
                List.of(row(ActionKind.DELETE, null, shell.id(), fingerprints))));
        return this;
    }

    Plan frozen() {
        return Plan.frozen("acme", 100, groups, List.of());
    }

    private static PlannedAction row(
            ActionKind kind,
            @Nullable PersonId survivor,
            PersonId duplicate,
            SortedMap<PersonId, String> fingerprints) {
        return new PlannedAction(
                PlanKeys.row(kind, survivor, duplicate, fingerprints),
                kind,
                Band.REVIEW,
                0.99,
                duplicate,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
