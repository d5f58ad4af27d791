package io.mergewell.match.corpus;

import com.carrotsearch.hppc.ByteArrayList;
import java.util.EnumMap;

/**
 * One enum constant per record, a byte each.
 *
 * @param <E> at most 127 constants
 */
public final class Flags<E extends Enum<E>> {

    private final E[] constants;
    private final byte[] flags;

    private Flags(E[] constants, byte[] flags) {
        this.constants = constants;
        this.flags = flags;
    }

    public E of(int record) {
        return constants[flags[record]];
    }

    /** Takes constants in record by record. */
    static final class Builder<E extends Enum<E>> {

        private final E[] constants;
        private final EnumMap<E, Byte> places;
        private final ByteArrayList flags = new ByteArrayList();

        Builder(Class<E> type) {
            constants = type.getEnumConstants();
            places = new EnumMap<>(type);
            for (E constant : constants) {
                places.put(constant, (byte) places.size());
            }
        }

        void add(E constant) {
            flags.add(places.getOrDefault(constant, (byte) 0));
        }

        Flags<E> inOrder(int[] order) {
            byte[] ordered = new byte[order.length];
            for (int record = 0; record < order.length; record++) {
                ordered[record] = flags.buffer[order[record]];
            }
            return new Flags<>(constants, ordered);
        }
    }
}
