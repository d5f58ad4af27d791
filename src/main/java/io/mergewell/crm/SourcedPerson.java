package io.mergewell.crm;

import io.mergewell.person.Person;

/**
 * A person and the answer it was read from.
 *
 * @param raw the record exactly as the system sent it (JSON): the snapshot to restore from
 */
public record SourcedPerson(Person person, String raw) {}
