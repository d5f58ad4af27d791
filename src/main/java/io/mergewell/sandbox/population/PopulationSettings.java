package io.mergewell.sandbox.population;

/**
 * Which population is made.
 *
 * @param count number of person records, at least 1
 * @param seed the same count and seed give the same records, byte for byte, on any JVM
 */
public record PopulationSettings(long count, long seed) {

    public PopulationSettings {
        if (count < 1) {
            throw new IllegalArgumentException("A population has at least one person.");
        }
    }
}
