package io.mergewell.sandbox.world;

import java.util.ArrayList;
import java.util.List;

/**
 * A phone number and the ways to write it.
 *
 * @param countryCode such as {@code 49}
 * @param trunk what is dialled before the number within its country, often {@code 0}; may be empty
 * @param groups its digits as the country usually groups them
 */
public record PhoneNumber(String countryCode, String trunk, List<String> groups) {

    /** A way to write a number. */
    public enum Style {
        /** +49 151 23456789. */
        INTERNATIONAL,
        /** +4915123456789. */
        COMPACT,
        /** 004915123456789. */
        ZEROS,
        /** +49 (0) 151 23456789. */
        BOTH,
        /** 0151 23456789. */
        NATIONAL,
        /** 0151-23456789. */
        DASHES,
        /** (0151) 23456789. */
        BRACKETS,
        /** 0151.23456789. */
        DOTS,
        /** 15123456789, as a spreadsheet leaves it that took the number for a number. */
        BARE
    }

    public PhoneNumber {
        groups = List.copyOf(groups);
    }

    /** The number as it is written in that way. */
    public String in(Style style) {
        String first = groups.get(0);
        List<String> rest = groups.subList(1, groups.size());
        return switch (style) {
            case INTERNATIONAL -> "+" + countryCode + " " + String.join(" ", groups);
            case COMPACT -> "+" + countryCode + digits();
            case ZEROS -> "00" + countryCode + digits();
            case BOTH -> "+" + countryCode + (trunk.equals("0") ? " (0) " : " ") + String.join(" ", groups);
            case NATIONAL -> prefix() + String.join(" ", groups);
            case DASHES -> prefix() + String.join("-", groups);
            case BRACKETS ->
                trunk.equals("0")
                        ? "(0" + first + ") " + String.join("-", rest)
                        : prefix() + "(" + first + ") " + String.join("-", rest);
            case DOTS -> prefix() + String.join(".", groups);
            case BARE -> digits();
        };
    }

    /** The same number with its last digit one higher. */
    public PhoneNumber misheard() {
        String last = groups.get(groups.size() - 1);
        int digit = last.charAt(last.length() - 1) - '0';
        List<String> heard = new ArrayList<>(groups);
        heard.set(groups.size() - 1, last.substring(0, last.length() - 1) + (digit + 1) % 10);
        return new PhoneNumber(countryCode, trunk, heard);
    }

    /** A zero is written as part of the number, another trunk prefix before it. */
    private String prefix() {
        return trunk.isEmpty() || trunk.equals("0") ? trunk : trunk + " ";
    }

    private String digits() {
        return String.join("", groups);
    }
}
