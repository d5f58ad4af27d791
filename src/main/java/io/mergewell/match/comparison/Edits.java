package io.mergewell.match.comparison;

/**
 * Edit distance up to two: insertions, deletions, replacements, and swaps of neighbours, each counted once (optimal
 * string alignment). Equal beginnings and ends are skipped, so typical texts cost a few steps. Not safe for use by
 * several threads.
 */
final class Edits {

    /** What {@link #between} answers for anything above two. */
    static final int MANY = 3;

    private int[] twoBack = new int[0];
    private int[] oneBack = new int[0];
    private int[] current = new int[0];

    /** 0, 1, 2 or {@link #MANY} edits between two stretches of bytes. */
    int between(byte[] a, int startA, int lengthA, byte[] b, int startB, int lengthB) {
        if (Math.abs(lengthA - lengthB) >= MANY) {
            return MANY;
        }
        int prefix = 0;
        int shorter = Math.min(lengthA, lengthB);
        while (prefix < shorter && a[startA + prefix] == b[startB + prefix]) {
            prefix++;
        }
        int suffix = 0;
        while (suffix < shorter - prefix && a[startA + lengthA - 1 - suffix] == b[startB + lengthB - 1 - suffix]) {
            suffix++;
        }
        int restA = lengthA - prefix - suffix;
        int restB = lengthB - prefix - suffix;
        if (restA == 0 || restB == 0) {
            return Math.min(MANY, Math.max(restA, restB));
        }
        return aligned(a, startA + prefix, restA, b, startB + prefix, restB);
    }

    private int aligned(byte[] a, int startA, int lengthA, byte[] b, int startB, int lengthB) {
        makeRoom(lengthB + 1);
        for (int j = 0; j <= lengthB; j++) {
            oneBack[j] = j;
        }
        for (int i = 1; i <= lengthA; i++) {
            current[0] = i;
            int best = i;
            for (int j = 1; j <= lengthB; j++) {
                boolean same = a[startA + i - 1] == b[startB + j - 1];
                int cost = Math.min(Math.min(oneBack[j], current[j - 1]) + 1, oneBack[j - 1] + (same ? 0 : 1));
                if (i > 1
                        && j > 1
                        && a[startA + i - 1] == b[startB + j - 2]
                        && a[startA + i - 2] == b[startB + j - 1]) {
                    cost = Math.min(cost, twoBack[j - 2] + 1);
                }
                current[j] = cost;
                best = Math.min(best, cost);
            }
            if (best >= MANY) {
                return MANY;
            }
            int[] recycled = twoBack;
            twoBack = oneBack;
            oneBack = current;
            current = recycled;
        }
        return Math.min(MANY, oneBack[lengthB]);
    }

    private void makeRoom(int length) {
        if (current.length < length) {
            twoBack = new int[length * 2];
            oneBack = new int[length * 2];
            current = new int[length * 2];
        }
    }
}
