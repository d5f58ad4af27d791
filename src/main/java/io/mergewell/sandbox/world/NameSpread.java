package io.mergewell.sandbox.world;

/**
 * How names are spread over a population. A small CRM is of one town or trade, where few names are borne by many; the
 * larger it is, the farther it reaches, and the more of its people bear names that few others bear (the vocabulary grows
 * with the text, as Heaps has it).
 *
 * <p>From a million persons on it is a whole country. In the United States the ten most frequent family names are borne
 * by 4.9 % of the people (census of 2010: 14.5 of 295 million; here 5.5 %), two random people share the family name once
 * in about 2,000 cases and the full name once in about 400,000, so that somebody has two or three namesakes in a
 * million. At 100,000 persons two of one country share the full name about four times as often, up to 3,000 about forty
 * times.
 *
 * @param frequentFamilyNames of a thousand family names so many are frequent ones; the others are composed
 * @param rareGivenNames of a thousand given names so many are rare ones
 * @param familyBits composed family names may have a further part, one of about two to this power, of which the first
 *     come up more often; 0 for none
 */
record NameSpread(int frequentFamilyNames, int rareGivenNames, int familyBits) {

    private static final double SMALL = 3_000;
    private static final int FREQUENT_IN_SMALL = 620;
    private static final int FREQUENT_IN_COUNTRY = 150;
    private static final double FREQUENT_DECAY = -0.25;
    private static final int RARE_GIVEN_PER_DECADE = 200;
    private static final int MOST_RARE_GIVEN = 500;
    private static final double BITS_PER_DECADE = 2.5;
    private static final int MOST_BITS = 8;

    /** Of a population of so many persons. */
    static NameSpread of(long persons) {
        double decades = Math.max(0, StrictMath.log10(persons / SMALL));
        double frequent = FREQUENT_IN_SMALL * StrictMath.pow(10, FREQUENT_DECAY * decades);
        return new NameSpread(
                (int) Math.max(FREQUENT_IN_COUNTRY, frequent),
                (int) Math.min(MOST_RARE_GIVEN, RARE_GIVEN_PER_DECADE * decades),
                (int) Math.min(MOST_BITS, BITS_PER_DECADE * decades));
    }

    /** Whether people may have names beyond those of a small population. */
    boolean isWide() {
        return familyBits > 0;
    }
}
