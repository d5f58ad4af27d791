package io.mergewell.sandbox.world;

import java.util.List;

/**
 * A company that persons work for.
 *
 * @param id its id in the CRM, odd; some stand in the CRM twice, the second time under {@link #secondId}
 * @param shortName without its legal form
 * @param name with its legal form
 * @param domain of its mail addresses
 * @param mailForm how it makes mail addresses of names
 * @param switchboard the number that leads to everybody
 */
public record Company(
        Culture home,
        long id,
        String shortName,
        String name,
        String domain,
        MailForm mailForm,
        PhoneNumber switchboard) {

    private static final long IDS_PER_COMPANY = 2;

    /** How mail addresses are made of names. */
    public enum MailForm {
        FIRST_DOT_LAST,
        FIRST_LAST,
        LAST_DOT_FIRST,
        FIRST_UNDERSCORE_LAST,
        /** Only in small companies, where no two have the same initial and family name. */
        INITIAL_LAST,
        INITIAL_DOT_LAST
    }

    private static final List<MailForm> OF_LARGE = List.of(
            MailForm.FIRST_DOT_LAST,
            MailForm.FIRST_DOT_LAST,
            MailForm.FIRST_DOT_LAST,
            MailForm.FIRST_LAST,
            MailForm.LAST_DOT_FIRST,
            MailForm.FIRST_UNDERSCORE_LAST);

    private static final List<MailForm> OF_SMALL =
            List.of(MailForm.FIRST_DOT_LAST, MailForm.INITIAL_LAST, MailForm.INITIAL_DOT_LAST);

    /** The n-th company of a country in the world of a seed. */
    static Company of(long seed, Culture home, long n, boolean small) {
        Dice dice = Dice.of(seed + home.number(), -1 - n);
        CompanyNames names = home.companies();
        String shortName = names.shortName(n);
        return new Company(
                home,
                (n * Cultures.ALL.size() + home.number()) * IDS_PER_COMPANY + 1,
                shortName,
                shortName + " " + names.legalForm(n),
                names.domain(n),
                dice.pick(small ? OF_SMALL : OF_LARGE),
                home.phones().fixed(dice));
    }

    /** The name of a company's entry in the CRM: of its second one without the legal form. */
    public static String nameOf(long id) {
        long number = Math.floorDiv(id - 1, IDS_PER_COMPANY);
        int countries = Cultures.ALL.size();
        CompanyNames names =
                Cultures.ALL.get((int) Math.floorMod(number, (long) countries)).companies();
        long n = Math.floorDiv(number, countries);
        boolean first = Math.floorMod(id, IDS_PER_COMPANY) == 1;
        return first ? names.shortName(n) + " " + names.legalForm(n) : names.shortName(n);
    }

    /** The id of its second entry in the CRM. */
    public long secondId() {
        return id + 1;
    }

    /** A mailbox that everybody there reads. */
    public String sharedMailbox(Dice dice) {
        return dice.pick(List.of("info", "info", "office", "contact", "sales", "hello")) + "@" + domain;
    }

    /** The address it gives to somebody; who comes second of a name gets a 2. */
    String mailOf(Identity identity, GivenOut givenOut) {
        String local = local(identity);
        String address = local + "@" + domain;
        for (int next = 2; !givenOut.claimMailbox(address); next++) {
            address = local + next + "@" + domain;
        }
        return address;
    }

    private String local(Identity identity) {
        String first = identity.mailFirst();
        String last = identity.mailLast();
        return switch (mailForm) {
            case FIRST_DOT_LAST -> first + "." + last;
            case FIRST_LAST -> first + last;
            case LAST_DOT_FIRST -> last + "." + first;
            case FIRST_UNDERSCORE_LAST -> first + "_" + last;
            case INITIAL_LAST -> first.charAt(0) + last;
            case INITIAL_DOT_LAST -> first.charAt(0) + "." + last;
        };
    }
}
