package io.mergewell.match.corpus;

import com.carrotsearch.hppc.IntArrayList;
import java.util.Arrays;

/**
 * New numbers for values: by where each comes first once the records are in order. So nothing that rests on numbers
 * depends on the order in which persons were added.
 */
final class Renumbering {

    private static final int UNSEEN = -1;

    private final int[] newOf;
    private final int[] oldOf;
    private int seen;

    /** @param values how many there are */
    private Renumbering(int values) {
        newOf = new int[values];
        oldOf = new int[values];
        Arrays.fill(newOf, UNSEEN);
    }

    /**
     * The values of columns that share their numbers.
     *
     * @param order of the records
     */
    static Renumbering of(int values, int[] order, Column.Builder... columns) {
        Renumbering renumbering = new Renumbering(values);
        for (int record : order) {
            for (Column.Builder column : columns) {
                column.forEach(record, renumbering::see);
            }
        }
        renumbering.seeTheRest();
        for (Column.Builder column : columns) {
            column.renumber(renumbering);
        }
        return renumbering;
    }

    /** The parts of values, such as the domains of mailboxes, which get their new numbers here. */
    static Renumbering of(int values, IntArrayList parts) {
        Renumbering renumbering = new Renumbering(values);
        for (int i = 0; i < parts.elementsCount; i++) {
            renumbering.see(parts.buffer[i]);
        }
        renumbering.seeTheRest();
        renumbering.apply(parts);
        return renumbering;
    }

    private void see(int value) {
        if (newOf[value] == UNSEEN) {
            newOf[value] = seen;
            oldOf[seen++] = value;
        }
    }

    /** What is not in use comes last. */
    private void seeTheRest() {
        for (int value = 0; value < newOf.length; value++) {
            see(value);
        }
    }

    int size() {
        return newOf.length;
    }

    int newOf(int old) {
        return newOf[old];
    }

    int oldOf(int number) {
        return oldOf[number];
    }

    /** Gives each number of a list its new one. */
    void apply(IntArrayList numbers) {
        for (int i = 0; i < numbers.elementsCount; i++) {
            numbers.buffer[i] = newOf[numbers.buffer[i]];
        }
    }

    /** Moves what is known of each value to its new place. */
    void move(IntArrayList byValue) {
        int[] old = byValue.toArray();
        for (int i = 0; i < newOf.length; i++) {
            byValue.buffer[i] = old[oldOf[i]];
        }
    }
}
