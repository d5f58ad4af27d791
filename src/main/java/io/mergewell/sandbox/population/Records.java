package io.mergewell.sandbox.population;

import io.mergewell.person.Organisation;
import io.mergewell.person.PersonName;
import io.mergewell.sandbox.population.Draft.Standing;
import io.mergewell.sandbox.world.Company;
import io.mergewell.sandbox.world.Dice;
import io.mergewell.sandbox.world.Human;
import io.mergewell.sandbox.world.Humans;
import io.mergewell.sandbox.world.Ranked;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The records that one human being has in the CRM: mostly one, now and then up to six. */
final class Records {

    /** Of a thousand human beings so many have one record, two, three, four, five, six. */
    private static final Ranked<Integer> HOW_MANY = Ranked.byWeight(
            List.of(1, 2, 3, 4, 5, 6), count -> List.of(889, 88, 15, 5, 2, 1).get(count - 1));

    /** Of a thousand later records that share nothing with the first so many are left so: nobody can tell. */
    private static final int LEFT_APART = 70;

    private final Humans humans;

    Records(Humans humans) {
        this.humans = humans;
    }

    /** All records of somebody, the first one first. */
    List<Draft> of(Dice dice, Human human, String truth) {
        List<Draft> drafts = new ArrayList<>();
        Reach reach = Reach.first(dice, human);
        drafts.add(first(dice, human, reach, truth));
        for (int more = HOW_MANY.pick(dice) - 1; more > 0; more--) {
            drafts.add(later(dice, human, reach, truth));
        }
        return drafts;
    }

    private static Draft first(Dice dice, Human human, Reach reach, String truth) {
        Set<Flaw> flaws = EnumSet.noneOf(Flaw.class);
        ContactSpelling contacts = new ContactSpelling(dice, flaws);
        return new Draft(
                truth,
                NameSpelling.first(dice, human.identity(), flaws),
                contacts.mails(reach.mails(), true),
                contacts.phones(reach.phones(), false, 4),
                organisation(dice, human, 930),
                custom(dice, human, dice.between(1, 5), 750, flaws),
                Standing.FIRST,
                flaws);
    }

    private Draft later(Dice dice, Human human, Reach first, String truth) {
        Encounter how = encounter(dice, human);
        Set<Flaw> flaws = EnumSet.noneOf(Flaw.class);
        Human met = changed(dice, human, how, flaws);
        Reach reach = Reach.by(how, dice, met);
        if (!reach.shares(first) && (dice.chance(LEFT_APART) || !reach.takeOneOf(first, dice))) {
            flaws.add(Flaw.NOTHING_SHARED);
        }
        PersonName name = NameSpelling.by(how, dice, met.identity(), flaws);
        ContactSpelling contacts = new ContactSpelling(dice, flaws);
        return new Draft(
                truth,
                name,
                contacts.mails(reach.mails(), false),
                contacts.phones(reach.phones(), how == Encounter.IMPORT, 15),
                organisation(dice, met, how == Encounter.WEB_FORM || how == Encounter.NEW_NAME ? 350 : 820),
                custom(dice, met, how.source(), 300, flaws),
                Standing.LATER,
                flaws);
    }

    /** Few men take another name. */
    private static Encounter encounter(Dice dice, Human human) {
        Encounter how = Encounter.byWeight().pick(dice);
        boolean kept = how == Encounter.NEW_NAME && !human.identity().female() && dice.chance(850);
        return kept ? Encounter.WEB_FORM : how;
    }

    private Human changed(Dice dice, Human human, Encounter how, Set<Flaw> flaws) {
        return switch (how) {
            case NEW_JOB -> {
                flaws.add(Flaw.NEW_JOB);
                Company company = humans.company(dice, human.identity());
                yield human.withJob(humans.job(dice, human.identity(), company));
            }
            case NEW_NAME -> {
                flaws.add(Flaw.NEW_NAME);
                yield human.withIdentity(human.identity().withFamily(humans.otherFamily(dice, human.identity())));
            }
            case WEB_FORM, TRADE_FAIR, IMPORT, PHONE_CALL, REFERRAL -> human;
        };
    }

    /** One company in six stands in the CRM twice, and a record may hang on either entry. */
    private static Organisation organisation(Dice dice, Human human, int perThousand) {
        Human.Job job = human.job();
        if (job == null || !dice.chance(perThousand)) {
            return Organisation.NONE;
        }
        Company company = job.company();
        boolean second = company.id() % 12 == 1 && dice.chance(400);
        return second
                ? new Organisation(String.valueOf(company.secondId()), company.shortName())
                : new Organisation(String.valueOf(company.id()), company.name());
    }

    private static SortedMap<String, String> custom(Dice dice, Human human, int source, int numbered, Set<Flaw> flaws) {
        SortedMap<String, String> custom = new TreeMap<>();
        if (dice.chance(160)) {
            custom.put(CustomField.BIRTH_DATE.key(), birthDate(dice, human, flaws));
        }
        String number = human.customerNumber();
        if (number != null && dice.chance(numbered)) {
            custom.put(CustomField.CUSTOMER_NUMBER.key(), number);
        }
        if (dice.chance(600)) {
            custom.put(CustomField.SOURCE.key(), String.valueOf(source));
        }
        if (dice.chance(180)) {
            int one = dice.between(1, 3);
            custom.put(CustomField.INTERESTS.key(), dice.chance(500) ? "[" + one + "]" : "[" + one + ",4]");
        }
        return custom;
    }

    /** Now and then day and month are taken for each other. */
    private static String birthDate(Dice dice, Human human, Set<Flaw> flaws) {
        LocalDate born = human.identity().born();
        if (born.getDayOfMonth() <= 12 && born.getDayOfMonth() != born.getMonthValue() && dice.chance(50)) {
            flaws.add(Flaw.DATE_WRONG);
            return LocalDate.of(born.getYear(), born.getDayOfMonth(), born.getMonthValue())
                    .toString();
        }
        return born.toString();
    }
}
