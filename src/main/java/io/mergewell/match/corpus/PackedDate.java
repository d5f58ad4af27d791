package io.mergewell.match.corpus;

import io.mergewell.normalise.DateForm;

/** A date in one positive number, so that a column holds it as its value: year, month and day, 0 where unknown. */
public final class PackedDate {

    private static final int PLACEHOLDER = 1 << 30;

    private PackedDate() {}

    static int of(DateForm date) {
        int packed = date.year() << 16 | date.month() << 8 | date.day();
        return date.placeholder() ? packed | PLACEHOLDER : packed;
    }

    public static int year(int packed) {
        return (packed & ~PLACEHOLDER) >>> 16;
    }

    public static int month(int packed) {
        return packed >>> 8 & 0xFF;
    }

    public static int day(int packed) {
        return packed & 0xFF;
    }

    /** Whether the date is one that forms and imports fill in, such as 1 January. */
    public static boolean isPlaceholder(int packed) {
        return (packed & PLACEHOLDER) != 0;
    }
}
