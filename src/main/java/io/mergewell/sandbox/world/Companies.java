package io.mergewell.sandbox.world;

/** The companies of one world. How many there are follows from the number of persons: eight to a company, or two. */
final class Companies {

    private static final int PERSONS_OF_LARGE = 12;
    private static final int PERSONS_OF_SMALL = 3;
    private static final int IN_SMALL = 300;

    private final long persons;
    private final long seed;

    /**
     * Of a world.
     *
     * @param persons size of its population
     */
    Companies(long persons, long seed) {
        this.persons = persons;
        this.seed = seed;
    }

    /** An employer in a country. Large companies have the even numbers, small ones the odd. */
    Company any(Dice dice, Culture home) {
        long here = persons * home.share() / Cultures.TOTAL_SHARE;
        boolean small = dice.chance(IN_SMALL);
        long companies =
                small ? here * IN_SMALL / 1000 / PERSONS_OF_SMALL : here * (1000 - IN_SMALL) / 1000 / PERSONS_OF_LARGE;
        long n = Math.floorMod(dice.next(), companies + 1);
        return Company.of(seed, home, 2 * n + (small ? 1 : 0), small);
    }
}
