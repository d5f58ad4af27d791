package io.mergewell.sandbox.population;

import io.mergewell.person.PersonName;
import io.mergewell.sandbox.population.WrittenName.Form;
import io.mergewell.sandbox.world.Ascii;
import io.mergewell.sandbox.world.Dice;
import io.mergewell.sandbox.world.Identity;
import io.mergewell.sandbox.world.Word;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/** How people and machines write other people's names. Each choice is noted as a flaw. */
final class NameSpelling {

    private final Dice dice;
    private final Identity identity;
    private final Set<Flaw> flaws;
    private WrittenName name;

    private NameSpelling(Dice dice, Identity identity, Set<Flaw> flaws) {
        this.dice = dice;
        this.identity = identity;
        this.flaws = flaws;
        this.name = WrittenName.of(identity);
    }

    /** As a careful colleague writes it. */
    static PersonName first(Dice dice, Identity identity, Set<Flaw> flaws) {
        NameSpelling spelling = new NameSpelling(dice, identity, flaws);
        spelling.generation(200);
        spelling.middleName(120);
        spelling.title(30);
        spelling.nickname(60);
        spelling.typo(12);
        spelling.letters(50);
        spelling.order(10, 12);
        return spelling.name.onCard();
    }

    /** As it comes in by one way. */
    static PersonName by(Encounter how, Dice dice, Identity identity, Set<Flaw> flaws) {
        NameSpelling spelling = new NameSpelling(dice, identity, flaws);
        boolean heard = how == Encounter.PHONE_CALL || how == Encounter.REFERRAL;
        boolean imported = how == Encounter.IMPORT;
        spelling.script(400);
        spelling.generation(350);
        spelling.middleName(imported ? 250 : 80);
        spelling.nickname(imported ? 60 : 320);
        spelling.initial(imported ? 90 : 30);
        spelling.title(how == Encounter.TRADE_FAIR ? 200 : 40);
        spelling.typo(heard ? 360 : 120);
        spelling.letters(imported ? 400 : 180);
        spelling.order(imported ? 260 : 0, 45);
        spelling.missing(how == Encounter.WEB_FORM || heard ? 60 : 10);
        return spelling.name.onCard();
    }

    private void script(int perThousand) {
        Word given = identity.given();
        Word family = identity.family();
        if ((!given.hasOwnScript() && given.latin().size() == 1) || !dice.chance(perThousand)) {
            return;
        }
        boolean other = given.hasOwnScript() && identity.ownScript();
        flaws.add(other ? Flaw.OTHER_SCRIPT : Flaw.OTHER_SPELLING);
        name = name.withGiven(dice.pick(given.latin()))
                .withFamily(dice.pick(family.latin()))
                .in(identity.roots().familyFirst() && dice.chance(300) ? Form.SWAPPED : Form.NATURAL);
    }

    private void generation(int perThousand) {
        if (identity.generation() != null && dice.chance(perThousand)) {
            flaws.add(Flaw.PART_MISSING);
            name = name.withoutGeneration();
        }
    }

    private void middleName(int perThousand) {
        Word middle = identity.middle();
        if (middle != null && dice.chance(perThousand)) {
            flaws.add(Flaw.MIDDLE_NAME);
            String added = dice.chance(600) ? middle.inLatin().charAt(0) + "." : middle.inLatin();
            name = name.withGiven(name.given() + " " + added);
        }
    }

    private void nickname(int perThousand) {
        List<String> nicknames = identity.roots().nicknames(name.given());
        if (!nicknames.isEmpty() && dice.chance(perThousand)) {
            flaws.add(Flaw.NICKNAME);
            name = name.withGiven(dice.pick(nicknames));
        }
    }

    private void initial(int perThousand) {
        if (name.form() != Form.JOINED && dice.chance(perThousand)) {
            flaws.add(Flaw.INITIAL);
            name = name.withGiven(name.given().charAt(0) + (dice.chance(700) ? "." : ""));
        }
    }

    /** The last title of a table is of a profession, the first ones tell the sex and would have to fit it. */
    private void title(int perThousand) {
        if (dice.chance(perThousand) && name.form() == Form.NATURAL && !identity.ownScript()) {
            List<String> titles = identity.home().titles();
            String polite = titles.get(identity.female() ? 1 : 0);
            flaws.add(Flaw.TITLE);
            name = name.withTitle(dice.chance(600) ? polite : titles.get(titles.size() - 1));
        }
    }

    private void letters(int perThousand) {
        if (!dice.chance(perThousand)) {
            return;
        }
        switch (dice.below(4)) {
            case 0 -> spelled(text -> text.toUpperCase(Locale.ROOT), Flaw.CASE);
            case 1 -> spelled(text -> text.toLowerCase(Locale.ROOT), Flaw.CASE);
            case 2 -> spelled(Ascii::of, Flaw.MARKS_LOST);
            default -> spelled(identity.roots()::ascii, Flaw.MARKS_LOST);
        }
    }

    private void spelled(UnaryOperator<String> spelling, Flaw flaw) {
        WrittenName spelled = name.spelled(spelling);
        if (!spelled.equals(name)) {
            flaws.add(flaw);
            name = spelled;
        }
    }

    private void typo(int perThousand) {
        if (dice.chance(perThousand) && name.form() != Form.JOINED) {
            flaws.add(Flaw.TYPO);
            name = dice.chance(400)
                    ? name.withGiven(Typos.in(dice, name.given()))
                    : name.withFamily(Typos.in(dice, name.family()));
        }
    }

    private void order(int comma, int swapped) {
        if (name.form() != Form.NATURAL) {
            return;
        }
        if (dice.chance(comma)) {
            flaws.add(Flaw.COMMA);
            name = name.in(Form.COMMA);
        } else if (dice.chance(swapped)) {
            flaws.add(Flaw.SWAPPED);
            name = name.in(Form.SWAPPED);
        }
    }

    private void missing(int perThousand) {
        if (dice.chance(perThousand)) {
            flaws.add(Flaw.PART_MISSING);
            name = name.in(dice.chance(650) ? Form.GIVEN_ONLY : Form.FAMILY_ONLY);
        }
    }
}
