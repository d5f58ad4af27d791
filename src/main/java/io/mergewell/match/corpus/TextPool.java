package io.mergewell.match.corpus;

import com.carrotsearch.hppc.ByteArrayList;
import com.carrotsearch.hppc.IntArrayList;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Distinct texts, numbered from 0 in the order they came, kept as UTF-8 bytes in one array: millions of texts cost a
 * few bytes more than their characters. Growing is for one thread; reading afterwards is for any number.
 */
public final class TextPool {

    private final ByteArrayList bytes = new ByteArrayList(1 << 12);
    private final IntArrayList starts = new IntArrayList(1 << 8);
    private int[] slots = new int[1 << 9];

    public TextPool() {
        starts.add(0);
    }

    /** The number of a text, a new one if it was never seen. */
    public int intern(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        int slot = slotOf(encoded);
        if (slots[slot] != 0) {
            return slots[slot] - 1;
        }
        int number = size();
        bytes.add(encoded, 0, encoded.length);
        starts.add(bytes.elementsCount);
        slots[slot] = number + 1;
        if (number * 2 > slots.length) {
            grow();
        }
        return number;
    }

    /** The number of a text; -1 if it was never seen. */
    public int find(String text) {
        return slots[slotOf(text.getBytes(StandardCharsets.UTF_8))] - 1;
    }

    /** How many distinct texts there are. */
    public int size() {
        return starts.elementsCount - 1;
    }

    /** A text by its number. */
    public String text(int number) {
        return new String(bytes.buffer, start(number), length(number), StandardCharsets.UTF_8);
    }

    /** The bytes of all texts; a text runs from {@link #start} for {@link #length} bytes. Not to be changed. */
    public byte[] bytes() {
        return bytes.buffer;
    }

    public int start(int number) {
        return starts.buffer[number];
    }

    public int length(int number) {
        return starts.buffer[number + 1] - starts.buffer[number];
    }

    private int slotOf(byte[] text) {
        int mask = slots.length - 1;
        int slot = spread(Arrays.hashCode(text)) & mask;
        while (slots[slot] != 0 && !holds(slots[slot] - 1, text)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private boolean holds(int number, byte[] text) {
        return Arrays.equals(bytes.buffer, start(number), start(number) + length(number), text, 0, text.length);
    }

    private void grow() {
        slots = new int[slots.length * 2];
        int mask = slots.length - 1;
        for (int number = 0; number < size(); number++) {
            int slot = spread(hash(number)) & mask;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = number + 1;
        }
    }

    private int hash(int number) {
        int hash = 1;
        for (int i = start(number), end = i + length(number); i < end; i++) {
            hash = 31 * hash + bytes.buffer[i];
        }
        return hash;
    }

    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ (mixed >>> 15);
    }
}
