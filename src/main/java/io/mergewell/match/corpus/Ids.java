package io.mergewell.match.corpus;

import com.carrotsearch.hppc.LongArrayList;
import io.mergewell.person.PersonId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The ids of the records, as bytes. */
public final class Ids {

    private final TextPool texts;
    private final int[] order;

    private Ids(TextPool texts, int[] order) {
        this.texts = texts;
        this.order = order;
    }

    /** The id of a record. */
    public PersonId id(int record) {
        return new PersonId(texts.text(order[record]));
    }

    /** Takes ids in and finds their ascending order. */
    static final class Builder {

        private static final int MAX_DIGITS = 18;
        private static final long AFTER_NUMBERS = 1L << 62;

        private final TextPool texts = new TextPool();
        private final LongArrayList sortKeys = new LongArrayList();

        void add(PersonId id) {
            int number = texts.intern(id.value());
            if (number != sortKeys.elementsCount) {
                throw new IllegalArgumentException("A person was added twice: ids must be unique.");
            }
            sortKeys.add(sortKey(id.value()));
        }

        /** The positions of the ids in ascending order. */
        int[] ascending() {
            int[] asAdded = IntStream.range(0, texts.size()).toArray();
            if (isAscending()) {
                return asAdded;
            }
            Integer[] ascending = Arrays.stream(asAdded).boxed().toArray(Integer[]::new);
            Arrays.parallelSort(
                    ascending,
                    Comparator.<Integer>comparingLong(i -> sortKeys.buffer[i])
                            .thenComparing(i -> new PersonId(texts.text(i))));
            return Arrays.stream(ascending).mapToInt(Integer::intValue).toArray();
        }

        Ids inOrder(int[] order) {
            texts.close();
            return new Ids(texts, Arrays.copyOf(order, order.length));
        }

        private boolean isAscending() {
            for (int i = 1; i < sortKeys.elementsCount; i++) {
                if (sortKeys.buffer[i - 1] >= sortKeys.buffer[i]) {
                    return false;
                }
            }
            return true;
        }

        /** Numbers by value, before texts by their first seven bytes; ties are left to the ids themselves. */
        private static long sortKey(String id) {
            if (id.length() <= MAX_DIGITS && id.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return Long.parseLong(id);
            }
            byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
            long key = AFTER_NUMBERS;
            for (int i = 0; i < Math.min(7, bytes.length); i++) {
                key |= (bytes[i] & 0xFFL) << (48 - 8 * i);
            }
            return key;
        }
    }
}
