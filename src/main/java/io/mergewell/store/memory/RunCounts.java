package io.mergewell.store.memory;

/**
 * What a run has done so far, interruptions included.
 *
 * @param pages read and committed
 * @param persons on those pages
 * @param rejected records that could not be read as a person
 * @param calls HTTP requests sent
 * @param tokens of the CRM's budget
 * @param retries attempts after the first
 */
public record RunCounts(long pages, long persons, long rejected, long calls, long tokens, long retries) {

    public static final RunCounts NONE = new RunCounts(0, 0, 0, 0, 0, 0);
}
