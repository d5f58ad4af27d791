package io.mergewell.sandbox.world;

import java.util.List;
import java.util.stream.Stream;

/** The phone numbers of a country, as patterns: {@code #} is any digit, {@code N} one from 2 to 9. */
final class PhonePlan {

    private final String countryCode;
    private final String trunk;
    private final List<String> mobile;
    private final List<String> fixed;

    PhonePlan(CultureFile file) {
        List<String> prefixes = file.texts("phone");
        this.countryCode = prefixes.get(0);
        this.trunk = prefixes.size() > 1 ? prefixes.get(1) : "";
        this.mobile = file.patterns("mobile");
        this.fixed = file.patterns("fixed");
    }

    PhoneNumber mobile(Dice dice) {
        return number(dice, mobile);
    }

    PhoneNumber fixed(Dice dice) {
        return number(dice, fixed);
    }

    private PhoneNumber number(Dice dice, List<String> patterns) {
        StringBuilder digits = new StringBuilder();
        dice.pick(patterns).chars().forEach(c -> digits.append((char) digit(dice, c)));
        return new PhoneNumber(
                countryCode, trunk, Stream.of(digits.toString().split(" ", -1)).toList());
    }

    private static int digit(Dice dice, int sign) {
        return switch (sign) {
            case '#' -> '0' + dice.below(10);
            case 'N' -> '2' + dice.below(8);
            default -> sign;
        };
    }
}
