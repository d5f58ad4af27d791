package io.mergewell.sandbox.world;

/** Mail addresses that people choose for themselves. */
final class PrivateMailbox {

    private static final int PLAIN = 420;

    private PrivateMailbox() {}

    /** An address of somebody's own; frequent names carry a number, since the plain one was taken. */
    static String of(Dice dice, Identity identity, boolean frequentName) {
        String local = local(dice, identity.mailFirst(), identity.mailLast());
        String number = !frequentName && dice.chance(PLAIN) ? "" : number(dice, identity);
        return local + number + "@" + dice.pick(identity.home().mailProviders());
    }

    /** An address that a family shares. */
    static String ofFamily(Dice dice, Identity member) {
        return dice.pick(member.home().households()) + "." + member.mailLast() + dice.between(1, 99) + "@"
                + dice.pick(member.home().mailProviders());
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
