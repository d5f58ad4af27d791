package io.mergewell.crm.csv;

import java.nio.charset.StandardCharsets;
import org.apache.commons.codec.digest.MurmurHash3;

/**
 * The ids of a file so far, 12 bytes a place: 96 bits of a 128-bit hash each. Among ten million different ids, the odds
 * that any two look the same are below one in a thousand million million.
 */
final class SeenIds {

    private long[] hashes = new long[1 << 10];
    private int[] checks = new int[1 << 10];
    private int size;

    /** Whether the id was not there before. */
    boolean add(String id) {
        long[] hash = MurmurHash3.hash128x64(id.getBytes(StandardCharsets.UTF_8));
        if (size * 3L > hashes.length * 2L) {
            grow();
        }
        // Zero marks a free place.
        boolean added = place(hash[0] == 0 ? 1 : hash[0], (int) hash[1]);
        size += added ? 1 : 0;
        return added;
    }

    private boolean place(long hash, int check) {
        int mask = hashes.length - 1;
        int place = (int) (hash >>> 32) & mask;
        while (hashes[place] != 0) {
            if (hashes[place] == hash && checks[place] == check) {
                return false;
            }
            place = (place + 1) & mask;
        }
        hashes[place] = hash;
        checks[place] = check;
        return true;
    }

    private void grow() {
        long[] oldHashes = hashes;
        int[] oldChecks = checks;
        hashes = new long[oldHashes.length * 2];
        checks = new int[oldHashes.length * 2];
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldHashes[i] != 0) {
                place(oldHashes[i], oldChecks[i]);
            }
        }
    }
}
