package io.mergewell.sandbox.population;

import io.mergewell.person.ContactValue;
import io.mergewell.person.Organisation;
import io.mergewell.person.PersonName;
import io.mergewell.sandbox.population.Draft.Standing;
import io.mergewell.sandbox.world.Company;
import io.mergewell.sandbox.world.Dice;
import io.mergewell.sandbox.world.Identity;
import io.mergewell.sandbox.world.PhoneNumber.Style;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Person records that are of no person. */
final class Oddities {

    private static final List<String> PLACEHOLDERS = List.of(
            "Test Test",
            "test",
            "Test User",
            "asdf asdf",
            "xxx",
            "Max Mustermann",
            "John Doe",
            "Unknown Caller",
            "n/a",
            "Do not use",
            "TEST - please delete",
            "Reception",
            "Front Desk",
            "Accounts Payable",
            "Sales Team");

    private static final List<String> BLANKS = List.of("Unknown", "n/a", "?", "-", "N.N.", "xxx", "No name", ".");

    private static final List<String> TEST_MAILS = List.of(
            "test@test.com", "test@example.com", "asdf@asdf.com", "noreply@example.com", "none@none.com", "a@b.c");

    private static final List<String> TEST_PHONES = List.of("123", "0000000000", "+1 111 111 1111", "12345678", "n/a");

    /** A company in the field for a person; all such records of one company are of the same one. */
    Draft company(Dice dice, Company company) {
        String name = dice.chance(700) ? company.name() : company.shortName();
        boolean organisation = dice.chance(500);
        return draft(
                "c" + company.id(),
                name,
                dice.chance(750) ? List.of(mail(company.sharedMailbox(dice))) : List.of(),
                dice.chance(700) ? List.of(phone(company.switchboard().in(Style.INTERNATIONAL))) : List.of(),
                organisation ? new Organisation(String.valueOf(company.id()), company.name()) : Organisation.NONE,
                Standing.FIRST);
    }

    /** A name that stands for nobody, or a test that was forgotten. */
    Draft placeholder(Dice dice, String truth) {
        return draft(
                truth,
                dice.pick(PLACEHOLDERS),
                dice.chance(550) ? List.of(mail(dice.pick(TEST_MAILS))) : List.of(),
                dice.chance(350) ? List.of(phone(dice.pick(TEST_PHONES))) : List.of(),
                Organisation.NONE,
                dice.chance(600) ? Standing.UNUSED : Standing.LATER);
    }

    /** Nothing but a name, which may be none, and nothing that hangs on it. */
    Draft shell(Dice dice, Identity somebody, String truth) {
        String name = dice.chance(600)
                ? dice.pick(BLANKS)
                : WrittenName.of(somebody).onCard().display();
        return draft(truth, name, List.of(), List.of(), Organisation.NONE, Standing.UNUSED);
    }

    private static Draft draft(
            String truth,
            String name,
            List<ContactValue> emails,
            List<ContactValue> phones,
            Organisation organisation,
            Standing standing) {
        int space = name.indexOf(' ');
        PersonName split = space < 0
                ? new PersonName(name, name, null)
                : new PersonName(name, name.substring(0, space), name.substring(space + 1));
        return new Draft(truth, split, emails, phones, organisation, new TreeMap<>(), standing, Set.of());
    }

    private static ContactValue mail(String address) {
        return new ContactValue(address, "work", true);
    }

    private static ContactValue phone(String number) {
        return new ContactValue(number, "work", true);
    }
}
