package io.mergewell.match.corpus;

import io.mergewell.person.Person;

/**
 * How one field of a person gets into its column, in two halves: making the comparable form is dear and needs no other
 * person, so it runs on any thread; numbering it is cheap and runs in the order of the persons.
 */
interface Intake {

    /** Makes the comparable form; the answer, run once and in order, adds it to the column. */
    Runnable prepare(Person person);

    /**
     * Numbers the values anew, by where they come first in an order of the records: then it does not matter in which
     * order they were added.
     */
    void renumber(int[] order);
}
