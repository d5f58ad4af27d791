package io.mergewell.job;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Whose turn it is today: where everything in every combination takes too long, each day takes another choice, and what
 * breaks is named with the number that brings it back, {@code -Dmergewell.turn=N}.
 */
public record Turn(long number) {

    /** The one asked for, else that of the day. */
    public static Turn today() {
        return new Turn(
                Long.getLong("mergewell.turn", LocalDate.now(ZoneOffset.UTC).toEpochDay()));
    }

    /** Every second one, beginning with the first or the second. @param which 0 or 1; both together are all */
    public <T> List<T> half(List<T> all, int which) {
        List<T> half = new ArrayList<>();
        for (int i = (int) Math.floorMod(number + which, 2L); i < all.size(); i += 2) {
            half.add(all.get(i));
        }
        return half;
    }

    /** So many of them by chance, in their order of chance. */
    public <T> List<T> some(List<T> all, int count) {
        List<T> mixed = new ArrayList<>(all);
        Collections.shuffle(mixed, new Random(number));
        return mixed.subList(0, count);
    }

    @Override
    public String toString() {
        return "-Dmergewell.turn=" + number;
    }
}
