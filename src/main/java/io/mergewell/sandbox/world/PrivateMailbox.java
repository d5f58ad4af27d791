package io.mergewell.sandbox.world;

/** Mail addresses that people choose for themselves. */
final class PrivateMailbox {

    private static final int PLAIN = 420;
    private static final int LARGEST_NUMBER = 999_999_999;

    private PrivateMailbox() {}

    /** An address of somebody's own; frequent names carry a number, since the plain one was taken. */
    static String of(Dice dice, Identity identity, boolean frequentName, GivenOut givenOut) {
        String local = local(dice, identity.mailFirst(), identity.mailLast());
        String number = !frequentName && dice.chance(PLAIN) ? "" : number(dice, identity);
        return free(dice, local, number, dice.pick(identity.home().mailProviders()), givenOut);
    }

    /** An address that a family shares. */
    static String ofFamily(Dice dice, Identity member, GivenOut givenOut) {
        String local = dice.pick(member.home().households()) + "." + member.mailLast();
        String number = String.valueOf(dice.between(1, 99));
        return free(dice, local, number, dice.pick(member.home().mailProviders()), givenOut);
    }

    /** The address with that number, or, if it is taken, with a number of ever more digits until it is free. */
    private static String free(Dice dice, String local, String number, String provider, GivenOut givenOut) {
        String address = local + number + "@" + provider;
        for (int most = 99; !givenOut.claimMailbox(address); most = Math.min(LARGEST_NUMBER, most * 10 + 9)) {
            address = local + dice.between(1, most) + "@" + provider;
        }
        return address;
    }

    private static String local(Dice dice, String first, String last) {
        return switch (dice.below(8)) {
            case 0, 1, 2 -> first + "." + last;
            case 3 -> first + last;
            case 4 -> first.charAt(0) + last;
            case 5 -> last + "." + first;
            case 6 -> first + "_" + last;
            default -> first + last.charAt(0);
        };
    }

    private static String number(Dice dice, Identity identity) {
        int year = identity.born().getYear();
        return switch (dice.below(4)) {
            case 0 -> String.valueOf(year);
            case 1 -> String.valueOf(year % 100 + 100).substring(1);
            default -> String.valueOf(dice.between(2, 9999));
        };
    }
}
