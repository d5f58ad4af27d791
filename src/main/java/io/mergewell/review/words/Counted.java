package io.mergewell.review.words;

import java.util.Locale;

/** Numbers in sentences. */
public final class Counted {

    private Counted() {}

    /** Such as {@code 1 group} or {@code 12,500 groups}. */
    public static String of(long count, String noun) {
        return of(count, noun, noun + "s");
    }

    /** Such as {@code 1 person} or {@code 12 people}. */
    public static String of(long count, String one, String several) {
        return number(count) + " " + (count == 1 ? one : several);
    }

    /** Such as {@code 12,500}. */
    public static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
