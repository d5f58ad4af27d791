package io.mergewell.match.comparison;

import java.util.List;
import java.util.function.IntConsumer;

/**
 * How one field is compared: its levels, best first, and which of its values are counted as terms. Level 0 says that
 * one side has nothing to compare, which is evidence of nothing; level 1 is the best.
 */
public interface Comparison {

    /** The field as a reader knows it. */
    String field();

    /** The levels from 1, best first; the last is "else". */
    List<Level> levels();

    /** One more than the largest term number; 0 if the field has no terms. */
    int terms();

    /** Terms below this number are whole values, on which level 1 agrees; those from it on are parts of values. */
    default int valueTerms() {
        return terms();
    }

    /** The terms of a record, each once: the values whose frequency says how much an agreement on them weighs. */
    void terms(int record, IntConsumer term);

    /** Comparisons of one vocabulary share what is counted, so that a name is as common as it is anywhere. */
    default Object vocabulary() {
        return this;
    }

    /** The least a level may weigh, in bits: a second mailbox or phone takes little away from a match. */
    default double leastBits() {
        return -8;
    }

    /** How many levels there are besides level 0. */
    default int levelCount() {
        return levels().size();
    }

    /** A level by its number, from 1. */
    default Level level(int number) {
        return levels().get(number - 1);
    }
}
