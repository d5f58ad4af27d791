package io.mergewell.match.blocking;

/** Blocking keys of records: records that share a key are compared. Safe for use by several threads. */
interface Keys {

    /** Hands over the keys of a record, hashed; the same key may come twice. */
    void of(int record, Sink sink);

    /** Where keys go. */
    @FunctionalInterface
    interface Sink {
        void accept(long key);
    }

    /** A key that is made of two. */
    static long join(long a, long b) {
        return mix(a * 31 + mix(b));
    }

    /** Spreads the bits of a key (the finaliser of SplitMix64). */
    static long mix(long key) {
        long mixed = (key ^ (key >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
