package io.mergewell.plan.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.cluster.Group;
import io.mergewell.cluster.Resolution;
import io.mergewell.cluster.Resolver;
import io.mergewell.match.MatchSettings;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.plan.Band;
import io.mergewell.plan.Capabilities;
import io.mergewell.plan.GuardRails;
import io.mergewell.plan.PlannedGroup;
import io.mergewell.plan.Somebody;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** From persons to bands: two humans who look like one stay out of AUTO, and one human with two records comes in. */
class LookAlikesTests {

    private static final int FAMILIES = 40;
    private static final String[] GIVEN = {
        "James", "Mary", "Peter", "Ursula", "David", "Linda", "Sven", "Ingrid", "Carlos", "Lucia", "Piotr", "Olga"
    };
    private static final String[] SYLLABLES = {
        "bak", "lin", "gar", "ro", "man", "stei", "ner", "vol", "kov", "ti", "hol", "den", "fi", "scher", "bro", "wal"
    };

    private final SplittableRandom random = new SplittableRandom(5);
    private final List<Person> persons = new ArrayList<>();
    private int id;

    @Test
    void neverMergesTwoHumansUnseen() {
        strangers();
        for (int i = 0; i < FAMILIES; i++) {
            twins("Marko", "Mirko");
            twins("Lena", "Lea");
            twins("Christian", "Christina");
            fatherAndSon();
            spouses();
            colleagues();
        }

        assertThat(autoGroups()).isEmpty();
    }

    @Test
    void mergesOneHumanWithTwoRecordsUnseen() {
        strangers();
        for (int i = 0; i < FAMILIES; i++) {
            String family = family();
            String email = "robert." + family + "@" + family() + ".com";
            add(next().named("Robert " + family).email(email));
            add(next().named("Robret " + family).email(email));
        }

        assertThat(autoGroups())
                .hasSize(FAMILIES)
                .allSatisfy(group -> assertThat(group.golden().name().full()).startsWith("Robert "));
    }

    private void strangers() {
        for (int i = 0; i < 600; i++) {
            String given = GIVEN[random.nextInt(GIVEN.length)];
            String family = family();
            add(living(next().named(given + " " + family)
                    .email(given + "." + family + "@" + family() + ".com")
                    .phone(mobile())
                    .born(birthDate())));
        }
    }

    private void twins(String one, String other) {
        String family = family();
        String born = birthDate();
        String home = home();
        String mother = mobile();
        for (String given : List.of(one, other)) {
            add(next().named(given + " " + family).born(born).phone(mother).living(home, "10115", "Berlin", null));
        }
    }

    private void fatherAndSon() {
        String name = GIVEN[random.nextInt(GIVEN.length)] + " " + family();
        String home = home();
        String line = "+1 312 237 " + (1000 + random.nextInt(9000));
        add(next().named(name).phone(line).born(birthDate()).living(home, "60601", "Chicago", null));
        add(next().named(name).phone(line).living(home, "60601", "Chicago", null));
    }

    private void spouses() {
        String family = family();
        String mailbox = "the." + family + "s@gmail.com";
        String home = home();
        add(next().named("Paul " + family).email(mailbox).living(home, "10115", "Berlin", null));
        add(next().named("Paula " + family).email(mailbox).living(home, "10115", "Berlin", null));
    }

    private void colleagues() {
        String company = family();
        String switchboard = "+49 30 2312" + (1000 + random.nextInt(9000));
        String name = GIVEN[random.nextInt(GIVEN.length)] + " " + family();
        for (String mailbox : List.of("info@", "office@")) {
            add(next().named(name)
                    .email(mailbox + company + ".de")
                    .phone(switchboard)
                    .at(null, company + " GmbH"));
        }
    }

    private List<PlannedGroup> autoGroups() {
        Resolver resolver = new Resolver(MatchSettings.DEFAULTS);
        Map<PersonId, Person> byId = new HashMap<>();
        persons.forEach(person -> {
            resolver.add(person);
            byId.put(person.id(), person);
        });
        Resolution resolution = resolver.resolve(Set.of());
        List<MatchedGroup> groups = new ArrayList<>();
        for (Group group : resolution.groups()) {
            groups.add(MatchedGroup.of(group, byId, new HashSet<>()));
        }
        GuardRails noRails = new GuardRails(Integer.MAX_VALUE, Integer.MAX_VALUE, 1);
        return new Planner(Drafts.settings(true, noRails), Capabilities.EVERYTHING, resolution.thresholds(), "US")
                .plan("acme", persons.size(), groups, List.of()).groups().stream()
                        .filter(group -> group.band() == Band.AUTO)
                        .toList();
    }

    private Somebody next() {
        id++;
        return Somebody.withId(String.valueOf(id));
    }

    private void add(Somebody somebody) {
        persons.add(somebody.there());
    }

    private Somebody living(Somebody somebody) {
        return somebody.living(home(), String.valueOf(10000 + random.nextInt(89999)), "Berlin", null);
    }

    private String family() {
        return SYLLABLES[random.nextInt(SYLLABLES.length)]
                + SYLLABLES[random.nextInt(SYLLABLES.length)]
                + SYLLABLES[random.nextInt(SYLLABLES.length)];
    }

    private String home() {
        return (1 + random.nextInt(200)) + " " + family() + " street";
    }

    private String mobile() {
        return "+49 151 " + (10000000 + random.nextInt(89999999));
    }

    private String birthDate() {
        return String.format("%d-%02d-%02d", 1940 + random.nextInt(65), 1 + random.nextInt(12), 2 + random.nextInt(27));
    }
}
