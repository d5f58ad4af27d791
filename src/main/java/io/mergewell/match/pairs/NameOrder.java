package io.mergewell.match.pairs;

import io.mergewell.match.corpus.Column;
import io.mergewell.match.corpus.Corpus;
import io.mergewell.match.corpus.TextPool;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Records by the beginnings of their names. Compared in this order, the names and partners that were looked at lately
 * come again soon, and are still near the processor.
 */
final class NameOrder {

    private static final int FAMILY_LETTERS = 4;
    private static final int GIVEN_LETTERS = 3;
    private static final int LETTER_BITS = 5;
    private static final int RECORD_BITS = 28;

    private NameOrder() {}

    /** All records; those of equal beginnings in ascending order. */
    static int[] of(Corpus corpus) {
        if (corpus.size() > 1 << RECORD_BITS) {
            return IntStream.range(0, corpus.size()).toArray();
        }
        TextPool names = corpus.names().joined();
        long[] sorted = new long[corpus.size()];
        Arrays.parallelSetAll(sorted, record -> {
            long family = beginning(names, corpus.family(), record, FAMILY_LETTERS);
            long given = beginning(names, corpus.given(), record, GIVEN_LETTERS);
            return (((family << (GIVEN_LETTERS * LETTER_BITS)) | given) << RECORD_BITS) | record;
        });
        Arrays.parallelSort(sorted);
        return Arrays.stream(sorted)
                .mapToInt(key -> (int) (key & ((1L << RECORD_BITS) - 1)))
                .toArray();
    }

    private static long beginning(TextPool names, Column column, int record, int letters) {
        int name = column.first(record);
        long beginning = 0;
        for (int i = 0; i < letters; i++) {
            boolean isThere = name >= 0 && i < names.length(name);
            int letter = isThere ? names.bytes()[names.start(name) + i] & ((1 << LETTER_BITS) - 1) : 0;
            beginning = (beginning << LETTER_BITS) | letter;
        }
        return beginning;
    }
}
