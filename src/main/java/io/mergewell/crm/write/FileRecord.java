package io.mergewell.crm.write;

import io.mergewell.person.Person;
import io.mergewell.plan.golden.Aside;

/**
 * A record of a file of persons.
 *
 * @param aside what it holds in columns that the job does not name
 */
public record FileRecord(Person person, Aside aside) {}
