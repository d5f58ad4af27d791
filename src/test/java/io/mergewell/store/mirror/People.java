package io.mergewell.store.mirror;

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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Persons for the tests of the store. */
final class People {

    static final Instant NIGHT = Instant.parse("2026-11-20T23:00:00Z");

    private People() {}

    static Person named(String id, String name) {
        return person(id, name, NIGHT);
    }

    static Person person(String id, String name, Instant updatedAt) {
        return new Person(
                new PersonId(id),
                new PersonName(name, null, null),
                List.of(),
                List.of(),
                Organisation.NONE,
                null,
                PostalAddress.NONE,
                null,
                new TreeMap<>(),
                new RecordFacts(null, List.of(), Consent.NOT_KEPT, LinkedRecords.UNKNOWN, null, updatedAt));
    }

    /** Somebody with a value in every field, some of them hard to write down. */
    static Person everythingFilled() {
        return new Person(
                new PersonId("4711"),
                new PersonName("Dr. \"Ada\" \\ Łovelace\n😀", "Ada", "Łovelace"),
                List.of(new ContactValue("ada@example.com", "work", true), ContactValue.of("ADA@example.org")),
                List.of(new ContactValue("+44 20 7946 0000", null, true)),
                new Organisation("12", "Analytical Engines"),
                "1815-12-10",
                new PostalAddress("12 St James's Sq", "SW1Y 4JH", "London", "GB"),
                "Countess",
                new TreeMap<>(Map.of("vip", "yes", "list", "[1,2]")),
                new RecordFacts(
                        "7",
                        List.of("hot", "b"),
                        Consent.UNSUBSCRIBED,
                        new LinkedRecords(Map.of(LinkKind.DEALS, 3, LinkKind.FOLLOWERS, 0)),
                        Instant.parse("2020-01-01T00:00:00Z"),
                        Instant.parse("2026-11-20T10:15:30.123Z")));
    }

    static MirroredPerson mirrored(Person person) {
        return new MirroredPerson(person, "{\"id\":" + person.id() + "}");
    }

    /** Persons with the ids from one to another, both included. */
    static List<MirroredPerson> numbered(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(id -> mirrored(named(Integer.toString(id), "Person " + id)))
                .toList();
    }
}
