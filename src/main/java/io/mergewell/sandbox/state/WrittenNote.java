package io.mergewell.sandbox.state;

/**
 * A note that somebody wrote on a person.
 *
 * @param id counted from 1
 * @param json all of it but its id, in the form of the system that took it
 */
public record WrittenNote(long id, long personId, String json) {}
