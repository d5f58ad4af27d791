package io.mergewell.sandbox.population;

import io.mergewell.person.Person;

/**
 * A person record and what only its maker knows.
 *
 * @param person the record as a CRM would hold it; its id is a whole number from 1 to the size of the population
 * @param truth the human being, company or mistake behind the record: equal for records of the same one
 */
public record GeneratedPerson(Person person, String truth) {}
