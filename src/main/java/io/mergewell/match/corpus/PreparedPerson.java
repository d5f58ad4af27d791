package io.mergewell.match.corpus;

import io.mergewell.person.PersonId;
import java.util.List;

/**
 * A person in comparable form, not yet part of a corpus.
 *
 * @param additions to run once each, in order, by the thread that builds the corpus
 */
public record PreparedPerson(PersonId id, List<Runnable> additions) {}
