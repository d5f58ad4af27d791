package io.mergewell.review.page;

import io.mergewell.cluster.Group;
import io.mergewell.match.Evidence;
import io.mergewell.match.ScoredPair;
import io.mergewell.match.Thresholds;
import io.mergewell.person.Consent;
import io.mergewell.person.ContactValue;
import io.mergewell.person.LinkKind;
import io.mergewell.person.LinkedRecords;
import io.mergewell.person.Organisation;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.person.PersonName;
import io.mergewell.person.PersonPair;
import io.mergewell.person.PostalAddress;
import io.mergewell.person.RecordFacts;
import io.mergewell.plan.ActionKind;
import io.mergewell.plan.Band;
import io.mergewell.plan.Capabilities;
import io.mergewell.plan.Plan;
import io.mergewell.plan.PlanSettings;
import io.mergewell.plan.PlannedAction;
import io.mergewell.plan.PlannedGroup;
import io.mergewell.plan.Somebody;
import io.mergewell.plan.draft.MatchedGroup;
import io.mergewell.plan.draft.Planner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Plans to look at. */
final class SamplePlans {

    private static final List<String> GIVEN = List.of("Ada", "Grace", "Zoë", "李", "Alan", "Edsger", "Barbara");

    private SamplePlans() {}

    /** A pair in AUTO, a group of four in REVIEW, a pair for reading only, and an empty record. */
    static Plan usual() {
        return plan(List.of(
                group("pair", 100, 2, ActionKind.MERGE, Band.AUTO, "Ada Lovelace"),
                group("four", 200, 4, ActionKind.MERGE, Band.REVIEW, "Grace Hopper"),
                group("read", 300, 2, ActionKind.NONE, Band.REVIEW, "Alan Turing"),
                shell(400)));
    }

    /** So many pairs and groups of three. */
    static Plan large(int groups) {
        return plan(IntStream.range(0, groups)
                .mapToObj(i -> group(
                        "n" + i,
                        10 * i + 1,
                        2 + i % 2,
                        ActionKind.MERGE,
                        i % 3 == 0 ? Band.AUTO : Band.REVIEW,
                        GIVEN.get(i % GIVEN.size()) + " Number-" + i))
                .toList());
    }

    /** A pair whose every text is this one. */
    static Plan saying(String text) {
        return saying(0, text);
    }

    /** The same with ids and keys of their own for each number. */
    static Plan saying(int number, String text) {
        Person survivor = person(Integer.toString(2 * number + 1), text, text, text);
        Person duplicate = person(text + number, text, text, text);
        PlannedAction action = new PlannedAction(
                "r" + number,
                ActionKind.MERGE,
                Band.REVIEW,
                0.5,
                duplicate.id(),
                List.of(new Evidence(text, text, -0.01), new Evidence("e-mail", text, 3.14)),
                List.of(text),
                List.of(text),
                List.of(text),
                List.of(text));
        return plan(List.of(group("g" + number, List.of(survivor, duplicate), List.of(action))));
    }

    /** A pair as planning makes it: two titles, two e-mails, and not sure enough. */
    static Plan planned() {
        Person ada = Somebody.withId("100")
                .named("Ada Lovelace")
                .email("ada@example.org")
                .working("Countess")
                .born("1815-12-10")
                .added("2020-01-02")
                .there();
        Person adaAgain = Somebody.withId("101")
                .named("Ada Lovelace")
                .email("lovelace@analytical-engines.example.com")
                .at("7", "Organisation of Analytical Engines")
                .working("Head of Programming")
                .born("1815-12-10")
                .there();
        Group group = new Group(
                List.of(ada.id(), adaAgain.id()),
                List.of(new ScoredPair(
                        PersonPair.of(ada.id(), adaAgain.id()),
                        12,
                        0.9876,
                        List.of(
                                new Evidence("birth date", "the same", 12.2),
                                new Evidence("family name", "the same", 9.1),
                                new Evidence("given name", "the same", 7.3),
                                new Evidence("e-mail", "different", -1.2),
                                new Evidence("job title", "different", -0.8)),
                        List.of("A birth date that 5 persons share."),
                        null)));
        MatchedGroup matched = new MatchedGroup(group, List.of(ada, adaAgain), Set.of());
        return new Planner(PlanSettings.DEFAULTS, Capabilities.EVERYTHING, new Thresholds(0.9, 0.999), "US")
                .plan("acme", 30_000, List.of(matched), List.of());
    }

    static Plan plan(List<PlannedGroup> groups) {
        return new Plan("p00000000000000ff", "00ff", "acme", 30_000, groups, List.of());
    }

    private static PlannedGroup group(String key, int firstId, int size, ActionKind kind, Band band, String name) {
        List<Person> members = new ArrayList<>();
        List<PlannedAction> rows = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String spelt = i == 0 ? name : name.replace(' ', '-') + i;
            members.add(
                    person(Integer.toString(firstId + i), spelt, "+1 415 555 01" + (10 + i), "Owner " + firstId % 7));
            if (i > 0) {
                rows.add(row("r-" + key + "-" + i, members.get(i), kind, band));
            }
        }
        return group("g-" + key, members, rows);
    }

    private static PlannedAction row(String key, Person duplicate, ActionKind kind, Band band) {
        return new PlannedAction(
                key,
                kind,
                band,
                band == Band.AUTO ? 0.99996 : 0.9612,
                duplicate.id(),
                List.of(
                        new Evidence("family name", "the same", 10.94),
                        new Evidence("e-mail", "the same", 11.02),
                        new Evidence("phone", "different", -2.71)),
                band == Band.AUTO ? List.of() : List.of("phone shared by 5 persons"),
                List.of("owner: 6 kept, 3 dropped"),
                List.of("phone: +1 415 555 0111"),
                band == Band.AUTO ? List.of() : List.of("birth date: 1971-03-02"));
    }

    private static PlannedGroup group(String id, List<Person> members, List<PlannedAction> rows) {
        TreeMap<PersonId, String> fingerprints = new TreeMap<>();
        members.forEach(member -> fingerprints.put(member.id(), "f" + member.id()));
        Person survivor = members.get(0);
        return new PlannedGroup(
                id, members, fingerprints, survivor.id(), "most linked records: 7", survivor, 0.9123, rows);
    }

    private static PlannedGroup shell(int id) {
        Person shell = new Person(
                new PersonId(Integer.toString(id)),
                PersonName.NONE,
                List.of(),
                List.of(),
                Organisation.NONE,
                null,
                PostalAddress.NONE,
                null,
                new TreeMap<>(),
                RecordFacts.NONE);
        PlannedAction action = new PlannedAction(
                "r-shell",
                ActionKind.DELETE,
                Band.REVIEW,
                0,
                shell.id(),
                List.of(),
                List.of("An empty record."),
                List.of(),
                List.of(),
                List.of());
        return new PlannedGroup(
                "g-shell", List.of(shell), new TreeMap<>(Map.of(shell.id(), "f")), null, "", null, 0, List.of(action));
    }

    private static Person person(String id, String name, String phone, String owner) {
        return new Person(
                new PersonId(id),
                new PersonName(name, null, null),
                List.of(ContactValue.of(name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.org")),
                phone.isBlank() ? List.of() : List.of(ContactValue.of(phone)),
                new Organisation("7", name),
                "1971-02-03",
                new PostalAddress("1 Main St", "94105", name, null),
                name,
                new TreeMap<>(Map.of("vip", name)),
                new RecordFacts(
                        owner,
                        List.of(name),
                        Consent.SUBSCRIBED,
                        new LinkedRecords(Map.of(LinkKind.DEALS, 3, LinkKind.NOTES, 0)),
                        Instant.parse("2020-01-02T03:04:05Z"),
                        null));
    }
}
