package io.mergewell.sandbox.population;

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
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** Makes person records one by one, in constant memory. */
public final class Population {

    private static final List<String> FIRST = List.of("Anna", "William", "José", "Olga", "Will", "Mehmet", "Zoë");
    private static final List<String> LAST = List.of("Müller", "Smith", "García", "Kowalska", "Rossi", "Öztürk");

    private Population() {}

    /** The records of a population, each human being's behind one another, ids shuffled. */
    public static Iterator<GeneratedPerson> persons(PopulationSettings settings) {
        return LongStream.rangeClosed(1, settings.count())
                .mapToObj(id -> person(id, settings.seed()))
                .iterator();
    }

    private static GeneratedPerson person(long id, long seed) {
        long human = id % 10 == 0 ? id - 1 : id;
        int draw = Math.floorMod((human * 31 + seed) * 7919, 10_007);
        String first = FIRST.get(draw % FIRST.size());
        String last = LAST.get(draw % LAST.size());
        Person person = new Person(
                new PersonId(String.valueOf(id)),
                new PersonName(first + " " + last, first, last),
                List.of(new ContactValue(first + "." + last + human + "@example.com", "work", true)),
                List.of(new ContactValue("+1 415 555 " + (1000 + human % 9000), "work", true)),
                new Organisation(String.valueOf(1 + draw % 300), null),
                null,
                PostalAddress.NONE,
                null,
                new TreeMap<>(),
                new RecordFacts(
                        "1",
                        List.of("1"),
                        Consent.NO_CONSENT,
                        new LinkedRecords(Map.of(LinkKind.DEALS, draw % 4, LinkKind.LEADS, draw % 17 == 0 ? 1 : 0)),
                        Instant.parse("2024-01-01T00:00:00Z").plusSeconds(id * 60),
                        Instant.parse("2026-01-01T00:00:00Z").plusSeconds(id)));
        return new GeneratedPerson(person, "h" + human);
    }
}
