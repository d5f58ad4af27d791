package io.mergewell.sandbox.rogerroger;

import java.util.OptionalLong;
import java.util.UUID;

/** The sandbox counts, RogerRoger has UUIDs: each number has one, and can be read back from it. */
public final class Uuids {

    private static final long VARIANT = 1L << 63;
    private static final long NUMBER = (1L << 62) - 1;
    private static final long VERSION_8 = 0x8000L;
    private static final long VERSION = 0xF000L;

    /** Odd, so that no two numbers end alike. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private Uuids() {}

    /** What a number counts. */
    enum Kind {
        PERSON(1),
        INVENTED_NOTE(2),
        NOTE(3);

        private final int place;

        Kind(int place) {
            this.place = place;
        }
    }

    /** A person's. */
    public static String ofPerson(long id) {
        return of(Kind.PERSON, id);
    }

    static String of(Kind kind, long number) {
        long high = (number * 4 + kind.place) * SPREAD;
        return new UUID((high & ~VERSION) | VERSION_8, VARIANT | (number & NUMBER)).toString();
    }

    /** The number whose UUID of this kind it is; empty if it is none. */
    static OptionalLong number(Kind kind, String uuid) {
        try {
            long number = UUID.fromString(uuid).getLeastSignificantBits() & NUMBER;
            return of(kind, number).equals(uuid) ? OptionalLong.of(number) : OptionalLong.empty();
        } catch (IllegalArgumentException notOne) {
            return OptionalLong.empty();
        }
    }
}
