package io.mergewell.sandbox.world;

import java.util.List;
import java.util.stream.Stream;

/** The phone numbers of a country, as patterns: {@code #} is any digit, {@code N} one from 2 to 9. */
final class PhonePlan {

    /** A country has numbers for everybody; should it run out of them, some come up twice. */
    private static final int MOST_TRIES = 200;

    private final String countryCode;
    private final String trunk;
    private final List<List<String>> mobile;
    private final List<List<String>> fixed;

    PhonePlan(CultureFile file) {
        List<String> prefixes = file.texts("phone");
        this.countryCode = prefixes.get(0);
        this.trunk = prefixes.size() > 1 ? prefixes.get(1) : "";
        this.mobile = groups(file.patterns("mobile"));
        this.fixed = groups(file.patterns("fixed"));
    }

    /** A mobile number that nobody has. */
    PhoneNumber mobile(Dice dice, GivenOut givenOut) {
        return free(dice, mobile, givenOut);
    }

    /** The number of a line that nobody has. */
    PhoneNumber fixed(Dice dice, GivenOut givenOut) {
        return free(dice, fixed, givenOut);
    }

    /** The number of any line. */
    PhoneNumber fixed(Dice dice) {
        return number(dice, fixed);
    }

    private PhoneNumber free(Dice dice, List<List<String>> patterns, GivenOut givenOut) {
        PhoneNumber number = number(dice, patterns);
        for (int tries = 1; !givenOut.claim(number.in(PhoneNumber.Style.COMPACT)) && tries < MOST_TRIES; tries++) {
            number = number(dice, patterns);
        }
        return number;
    }

    private PhoneNumber number(Dice dice, List<List<String>> patterns) {
        return new PhoneNumber(
                countryCode,
                trunk,
                dice.pick(patterns).stream().map(group -> digits(dice, group)).toList());
    }

    private static String digits(Dice dice, String group) {
        char[] digits = group.toCharArray();
        for (int i = 0; i < digits.length; i++) {
            digits[i] = digit(dice, digits[i]);
        }
        return new String(digits);
    }

    private static char digit(Dice dice, char sign) {
        return switch (sign) {
            case '#' -> (char) ('0' + dice.below(10));
            case 'N' -> (char) ('2' + dice.below(8));
            default -> sign;
        };
    }

    private static List<List<String>> groups(List<String> patterns) {
        return patterns.stream()
                .map(pattern -> Stream.of(pattern.split(" ", -1)).toList())
                .toList();
    }
}
