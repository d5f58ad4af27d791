package io.mergewell.review;

import io.mergewell.match.Evidence;
import io.mergewell.person.Consent;
import io.mergewell.person.ContactValue;
import io.mergewell.person.LinkKind;
import io.mergewell.person.LinkedRecords;
import io.mergewell.person.Organisation;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.person.PersonName;
import io.mergewell.person.PostalAddress;
import io.mergewell.person.RecordFacts;
import io.mergewell.plan.ActionKind;
import io.mergewell.plan.Band;
import io.mergewell.plan.Plan;
import io.mergewell.plan.PlannedAction;
import io.mergewell.plan.PlannedGroup;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Plans to report on. */
public final class Plans {

    private Plans() {}

    /** One group of two, and one empty shell. */
    public static Plan small() {
        return plan(List.of(will(), shell()));
    }

    /** A plan that proposes to merge a record with these texts everywhere into another such record. */
    static Plan of(String text) {
        Person survivor = person("1", text);
        Person duplicate = person("=" + text, text);
        PlannedAction action = new PlannedAction(
                text,
                ActionKind.MERGE,
                Band.REVIEW,
                0.5,
                duplicate.id(),
                List.of(new Evidence(text, text, -0.01)),
                List.of(text, text),
                List.of(text, text),
                List.of(text, text),
                List.of(text, text));
        return plan(List.of(group(text, survivor, duplicate, text, action)));
    }

    static Plan plan(List<PlannedGroup> groups) {
        return new Plan("p00ff", "00ff", "acme", 3000, groups, List.of());
    }

    private static PlannedGroup will() {
        Person survivor = new Person(
                new PersonId("101"),
                new PersonName("Zoë Smith, \"Will\"", null, null),
                List.of(ContactValue.of("will.smith@acme.com"), ContactValue.of("zoe@example.org")),
                List.of(ContactValue.of("+1 415 555 0132"), ContactValue.of("(415) 555-0199")),
                new Organisation("7", "Acme"),
                "1971-02-03",
                new PostalAddress("1 Main St", "94105", "San Francisco", null),
                "Buyer",
                new TreeMap<>(Map.of("vip", "yes")),
                new RecordFacts(
                        "11",
                        List.of("3"),
                        Consent.UNSUBSCRIBED,
                        links(3, 4),
                        Instant.parse("2020-01-02T03:04:05.678Z"),
                        Instant.parse("2021-01-02T03:04:05Z")));
        Person duplicate = new Person(
                new PersonId("102"),
                new PersonName("李 Smith", null, null),
                List.of(),
                List.of(ContactValue.of("0415550132")),
                Organisation.NONE,
                "1971-03-02",
                PostalAddress.NONE,
                null,
                new TreeMap<>(),
                new RecordFacts(null, List.of(), Consent.NO_CONSENT, links(0, 0), null, null));
        PlannedAction action = new PlannedAction(
                "r00000000000000a1",
                ActionKind.MERGE,
                Band.REVIEW,
                0.99996,
                duplicate.id(),
                List.of(
                        new Evidence("e-mail", "the same", 13.24),
                        new Evidence("name", "a nickname", 4.07),
                        new Evidence("birth date", "differs", -3)),
                List.of("Birth dates differ."),
                List.of("birth date: 1971-02-03 kept, 1971-03-02 dropped"),
                List.of("phone: 0415550132"),
                List.of("birth date: 1971-03-02", "name: 李 Smith"));
        return group("g00000000000000b1", survivor, duplicate, "most linked records: 7", action);
    }

    private static PlannedGroup shell() {
        Person shell = new Person(
                new PersonId("103"),
                new PersonName("n/a", null, null),
                List.of(),
                List.of(),
                Organisation.NONE,
                null,
                PostalAddress.NONE,
                null,
                new TreeMap<>(),
                new RecordFacts(null, List.of(), Consent.NOT_KEPT, links(0, 0), null, null));
        PlannedAction action = new PlannedAction(
                "r00000000000000a2",
                ActionKind.DELETE,
                Band.REVIEW,
                0,
                shell.id(),
                List.of(),
                List.of("The record holds nothing."),
                List.of(),
                List.of(),
                List.of());
        return new PlannedGroup(
                "g00000000000000b2",
                List.of(shell),
                new TreeMap<>(Map.of(shell.id(), "f")),
                null,
                "nothing survives",
                null,
                0,
                List.of(action));
    }

    private static PlannedGroup group(
            String id, Person survivor, Person duplicate, String reason, PlannedAction action) {
        return new PlannedGroup(
                id,
                List.of(survivor, duplicate),
                new TreeMap<>(Map.of(survivor.id(), "f1", duplicate.id(), "f2")),
                survivor.id(),
                reason,
                survivor,
                0.9123,
                List.of(action));
    }

    private static LinkedRecords links(int deals, int notes) {
        return new LinkedRecords(Map.of(
                LinkKind.DEALS,
                deals,
                LinkKind.NOTES,
                notes,
                LinkKind.ACTIVITIES,
                0,
                LinkKind.FILES,
                0,
                LinkKind.MAILS,
                0));
    }

    private static Person person(String id, String text) {
        return new Person(
                new PersonId(id),
                new PersonName(text, text, text),
                List.of(ContactValue.of(text), ContactValue.of(text)),
                List.of(ContactValue.of(text), ContactValue.of(text)),
                new Organisation(text, text),
                text,
                new PostalAddress(text, text, text, text),
                text,
                new TreeMap<>(Map.of(text, text)),
                new RecordFacts(text, List.of(text, text), Consent.SUBSCRIBED, LinkedRecords.UNKNOWN, null, null));
    }
}
