package io.mergewell.sandbox.population;

import io.mergewell.person.Consent;
import io.mergewell.person.LinkKind;
import io.mergewell.person.LinkedRecords;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.person.PostalAddress;
import io.mergewell.person.RecordFacts;
import io.mergewell.sandbox.population.Draft.Standing;
import io.mergewell.sandbox.world.Dice;
import io.mergewell.sandbox.world.Ranked;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Gives a draft its id and its history in the CRM: owner, labels, consent, linked records, times. */
final class Paperwork {

    private static final Instant FOUNDED = Instant.parse("2019-03-04T08:00:00Z");
    private static final long DAYS_TO_NOW = 2_680;
    private static final long SECONDS_A_DAY = 86_400;
    private static final List<Integer> OWNERS = List.of(1, 2, 3, 4, 5, 6);
    private static final int LABEL_IMPORTED = 6;
    private static final String SOURCE_IMPORT = "3";

    private static final Ranked<Consent> CONSENT = Ranked.byWeight(
            List.of(Consent.NO_CONSENT, Consent.SUBSCRIBED, Consent.UNSUBSCRIBED, Consent.ARCHIVED),
            consent -> switch (consent) {
                case NO_CONSENT -> 580;
                case SUBSCRIBED -> 290;
                case UNSUBSCRIBED -> 90;
                default -> 40;
            });

    private final long seed;
    private final long persons;

    Paperwork(PopulationSettings settings) {
        this.seed = ~settings.seed();
        this.persons = settings.count();
    }

    GeneratedPerson file(Draft draft, long id) {
        Dice dice = Dice.of(seed, id);
        Person person = new Person(
                new PersonId(String.valueOf(id)),
                draft.name(),
                draft.emails(),
                draft.phones(),
                draft.organisation(),
                null,
                PostalAddress.NONE,
                null,
                draft.custom(),
                facts(dice, draft, id));
        return new GeneratedPerson(person, draft.truth(), draft.flaws());
    }

    private RecordFacts facts(Dice dice, Draft draft, long id) {
        Instant added = added(dice, id);
        boolean used = draft.standing() != Standing.UNUSED;
        long since = FOUNDED.plusSeconds(DAYS_TO_NOW * SECONDS_A_DAY).getEpochSecond() - added.getEpochSecond();
        Instant updated = used ? added.plusSeconds(Math.floorMod(dice.next(), since)) : added.plusSeconds(5);
        return new RecordFacts(
                String.valueOf(dice.pick(OWNERS)),
                labels(dice, draft),
                draft.emails().isEmpty() ? Consent.NO_CONSENT : CONSENT.pick(dice),
                links(dice, draft.standing()),
                added,
                updated);
    }

    /** Ids grow with time, as a CRM gives them out. */
    private Instant added(Dice dice, long id) {
        long slot = DAYS_TO_NOW * SECONDS_A_DAY / (persons + 1);
        return FOUNDED.plusSeconds(id * slot + Math.floorMod(dice.next(), Math.max(1, slot)))
                .minusSeconds(slot);
    }

    private static List<String> labels(Dice dice, Draft draft) {
        if (SOURCE_IMPORT.equals(draft.custom().get(CustomField.SOURCE.key()))) {
            return List.of(String.valueOf(LABEL_IMPORTED));
        }
        return dice.chance(450) ? List.of(String.valueOf(dice.between(1, LABEL_IMPORTED - 1))) : List.of();
    }

    private static LinkedRecords links(Dice dice, Standing standing) {
        Map<LinkKind, Integer> counts = new EnumMap<>(LinkKind.class);
        int activity =
                switch (standing) {
                    case FIRST -> 600;
                    case LATER -> 350;
                    case UNUSED -> 0;
                };
        counts.put(LinkKind.DEALS, some(dice, activity / 2, 5));
        counts.put(LinkKind.ACTIVITIES, some(dice, activity, 14));
        counts.put(LinkKind.NOTES, some(dice, activity * 2 / 3, 6));
        counts.put(LinkKind.FILES, some(dice, activity / 5, 3));
        counts.put(LinkKind.MAILS, some(dice, activity * 2 / 3, 25));
        counts.put(LinkKind.LEADS, some(dice, activity / 10, 2));
        counts.put(LinkKind.FOLLOWERS, standing == Standing.UNUSED ? 0 : dice.between(0, 2));
        return new LinkedRecords(counts);
    }

    /** Small numbers more often than large ones. */
    private static int some(Dice dice, int perThousand, int most) {
        return dice.chance(perThousand) ? 1 + Math.min(dice.below(most), dice.below(most)) : 0;
    }
}
