package io.mergewell.cluster;

import io.mergewell.person.ContactValue;
import io.mergewell.person.Organisation;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.person.PersonName;
import io.mergewell.person.PostalAddress;
import io.mergewell.person.RecordFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Persons for matching tests. */
final class People {

    private static final String[] GIVEN = {
        "james",
        "mary",
        "robert",
        "patricia",
        "john",
        "jennifer",
        "michael",
        "linda",
        "david",
        "elizabeth",
        "hans",
        "ursula",
        "pierre",
        "claire",
        "giulia",
        "marco",
        "sven",
        "ingrid",
        "olga",
        "dmitri",
        "yusuf",
        "fatima",
        "wei",
        "mei",
        "carlos",
        "lucia",
        "piotr",
        "agnieszka",
        "joao",
        "ana"
    };
    private static final String[] SYLLABLES = {
        "ba", "ker", "lin", "gar", "ro", "man", "stei", "ner", "vol", "kov", "mar", "ti", "nez", "hol", "den", "fi",
        "scher", "al", "bro", "sen", "tur", "ner", "wal", "ces", "pin", "to"
    };

    private People() {}

    /** A person of whom only the values given are known; an empty one is unknown. */
    static Person person(String id, String first, String last, String email, String phone) {
        return person(id, first, last, email, phone, "");
    }

    static Person person(String id, String first, String last, String email, String phone, String birthDate) {
        return new Person(
                new PersonId(id),
                new PersonName(null, first, last),
                email.isEmpty() ? List.of() : List.of(ContactValue.of(email)),
                phone.isEmpty() ? List.of() : List.of(ContactValue.of(phone)),
                Organisation.NONE,
                birthDate,
                PostalAddress.NONE,
                null,
                new TreeMap<>(),
                RecordFacts.NONE);
    }

    /** Different persons with ids from 1, as a background of a usual CRM; some hundred share a name. */
    static List<Person> strangers(int count) {
        SplittableRandom random = new SplittableRandom(99);
        List<Person> strangers = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            String first = GIVEN[random.nextInt(GIVEN.length)];
            String last = syllables(random) + syllables(random);
            String email = first + "." + last + "@" + syllables(random) + syllables(random) + ".com";
            strangers.add(person(String.valueOf(i), first, last, email, phone(random), birthDate(random)));
        }
        return strangers;
    }

    private static String syllables(SplittableRandom random) {
        return SYLLABLES[random.nextInt(SYLLABLES.length)] + SYLLABLES[random.nextInt(SYLLABLES.length)];
    }

    private static String phone(SplittableRandom random) {
        return "+1 212 " + (200 + random.nextInt(800)) + " " + (1000 + random.nextInt(9000));
    }

    private static String birthDate(SplittableRandom random) {
        return String.format("%d-%02d-%02d", 1940 + random.nextInt(65), 1 + random.nextInt(12), 2 + random.nextInt(27));
    }
}
