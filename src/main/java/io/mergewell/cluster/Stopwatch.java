package io.mergewell.cluster;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Seconds of wall time by stage; a stage that comes again is added up. */
final class Stopwatch {

    private static final double NANOS = 1e9;

    private final SortedMap<String, Double> seconds = new TreeMap<>();

    <T> T time(String stage, Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        seconds.merge(stage, (System.nanoTime() - start) / NANOS, Double::sum);
        return result;
    }

    SortedMap<String, Double> seconds() {
        return Collections.unmodifiableSortedMap(seconds);
    }
}
