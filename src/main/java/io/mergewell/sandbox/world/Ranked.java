package io.mergewell.sandbox.world;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/** Values of which the first come up more often than the last. */
public final class Ranked<T> {

    private static final long UNIT = 1_000_000;

    private final List<T> values;
    private final long[] upTo;

    private Ranked(List<T> values, long[] weights) {
        this.values = List.copyOf(values);
        this.upTo = weights;
        Arrays.parallelPrefix(upTo, Long::sum);
    }

    /** As names are spread: the value of rank r weighs 1 / (r + 5), a flattened form of Zipf's law. */
    public static <T> Ranked<T> byZipf(List<T> values) {
        long[] weights = new long[values.size()];
        Arrays.setAll(weights, rank -> UNIT / (rank + 5));
        return new Ranked<>(values, weights);
    }

    /** As their weights say, each at least 1. */
    public static <T> Ranked<T> byWeight(List<T> values, ToIntFunction<T> weight) {
        return new Ranked<>(
                values, values.stream().mapToLong(weight::applyAsInt).toArray());
    }

    /** One value, the first ones more often. */
    public T pick(Dice dice) {
        long drawn = Math.floorMod(dice.next(), upTo[upTo.length - 1]);
        int found = Arrays.binarySearch(upTo, drawn + 1);
        return values.get(found >= 0 ? found : -found - 1);
    }

    /** All of them, in their order. */
    public List<T> values() {
        return values;
    }
}
