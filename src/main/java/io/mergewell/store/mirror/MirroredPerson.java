package io.mergewell.store.mirror;

import io.mergewell.person.Person;

/**
 * A person and the record it was read from.
 *
 * @param raw exactly as the system sent it: the snapshot to restore from
 */
public record MirroredPerson(Person person, String raw) {}
