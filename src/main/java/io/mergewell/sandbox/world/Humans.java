package io.mergewell.sandbox.world;

import io.mergewell.sandbox.world.Human.Job;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes human beings of one world. No two ever get one mailbox, mobile number or line of their own, unless they are asked
 * for together, as a family is; the switchboards of companies are drawn freely.
 */
public final class Humans {

    private static final int MIGRANTS = 110;
    private static final int MIDDLE_NAMES = 300;
    private static final int OWN_SCRIPT = 550;
    private static final int LAST_ELDER = 1970;
    private static final LocalDate FIRST_BIRTH = LocalDate.of(1944, 1, 1);
    private static final int DAYS_OF_BIRTHS = 61 * 365;
    private static final int CUSTOMER_DIGITS = 7;

    private final Companies companies;
    private final NameSpread spread;
    private final GivenOut givenOut;

    /**
     * Of a world.
     *
     * @param persons size of its population
     */
    public Humans(long persons, long seed) {
        this.companies = new Companies(persons, seed);
        this.spread = NameSpread.of(persons);
        this.givenOut = new GivenOut(persons);
    }

    /** Somebody. */
    public Identity identity(Dice dice) {
        return identity(dice, Cultures.any(dice));
    }

    private Identity identity(Dice dice, Culture home) {
        Culture roots = dice.chance(MIGRANTS) ? Cultures.any(dice) : home;
        boolean female = dice.chance(500);
        Names names = roots.names();
        Word given = names.given(dice, female, spread);
        Word second = roots.middleNames() && dice.chance(MIDDLE_NAMES) ? names.given(dice, female, spread) : given;
        return new Identity(
                home,
                roots,
                female,
                given,
                second.equals(given) ? null : second,
                names.borne(names.family(dice, spread), female),
                null,
                home.equals(roots) && given.hasOwnScript() && dice.chance(OWN_SCRIPT),
                birth(dice));
    }

    /** Somebody old enough to have grown-up children. */
    public Identity elder(Dice dice) {
        Identity somebody = identity(dice);
        int year = somebody.born().getYear();
        return year <= LAST_ELDER ? somebody : somebody.bornOn(somebody.born().minusYears(year - LAST_ELDER));
    }

    /** A man old enough to have grown-up children. */
    public Identity father(Dice dice) {
        Identity somebody = elder(dice);
        while (somebody.female()) {
            somebody = elder(dice);
        }
        return somebody;
    }

    /** Somebody of the same family: same name, other given name, as old as the difference says. */
    public Identity relative(Dice dice, Identity of, int yearsYounger) {
        boolean female = dice.chance(500);
        Names names = of.roots().names();
        Word given = names.given(dice, female, spread);
        while (given.equals(of.given())) {
            given = names.given(dice, female, spread);
        }
        return new Identity(
                of.home(),
                of.roots(),
                female,
                given,
                null,
                of.female() == female ? of.family() : names.borne(of.family(), female),
                null,
                of.ownScript(),
                of.born().plusYears(yearsYounger).plusDays(dice.below(700)));
    }

    /** Somebody else who lives in the same country. */
    public Identity compatriot(Dice dice, Identity of) {
        return identity(dice, of.home());
    }

    /** A twin: born on the same day, with another given name. */
    public Identity twin(Dice dice, Identity of) {
        Names names = of.roots().names();
        Word given = names.given(dice, of.female(), spread);
        while (given.equals(of.given())) {
            given = names.given(dice, of.female(), spread);
        }
        return of.withGiven(given, of.born());
    }

    /** How to reach somebody: a mailbox or two, a job or none, phones. */
    public Human human(Dice dice, long number, Identity identity) {
        List<String> mails = new ArrayList<>();
        if (dice.chance(780)) {
            mails.add(PrivateMailbox.of(dice, identity, isFrequent(identity), givenOut));
        }
        if (dice.chance(120)) {
            mails.add(PrivateMailbox.of(dice, identity, isFrequent(identity), givenOut));
        }
        return new Human(
                number,
                identity,
                mails,
                dice.chance(740) ? job(dice, identity, companies.any(dice, identity.home())) : null,
                dice.chance(820) ? identity.home().phones().mobile(dice, givenOut) : null,
                dice.chance(250) ? identity.home().phones().fixed(dice, givenOut) : null,
                dice.chance(350) ? customerNumber(number) : null);
    }

    /** A job for somebody at a company. */
    public Job job(Dice dice, Identity identity, Company company) {
        @Nullable
        PhoneNumber direct = dice.chance(450) ? company.home().phones().fixed(dice, givenOut) : null;
        return new Job(company, company.mailOf(identity, givenOut), direct);
    }

    /** Another company in somebody's country. */
    public Company company(Dice dice, Identity identity) {
        return companies.any(dice, identity.home());
    }

    /** A landline in somebody's country. */
    public PhoneNumber landline(Dice dice, Identity identity) {
        return identity.home().phones().fixed(dice, givenOut);
    }

    /** A mailbox for a whole family. */
    public String familyMailbox(Dice dice, Identity member) {
        return PrivateMailbox.ofFamily(dice, member, givenOut);
    }

    /** Another family name of the same culture, in the form the person would bear. */
    public Word otherFamily(Dice dice, Identity identity) {
        Names names = identity.roots().names();
        return names.borne(names.family(dice, spread), identity.female());
    }

    private static boolean isFrequent(Identity identity) {
        return identity.roots().names().isFrequent(identity.family());
    }

    private static String customerNumber(long number) {
        String digits = String.valueOf(number);
        return "C-" + "0".repeat(Math.max(0, CUSTOMER_DIGITS - digits.length())) + digits;
    }

    /** The sum of two dice: most people in a CRM are of middle age. */
    private static LocalDate birth(Dice dice) {
        return FIRST_BIRTH.plusDays(dice.below(DAYS_OF_BIRTHS / 2) + dice.below(DAYS_OF_BIRTHS / 2));
    }
}
