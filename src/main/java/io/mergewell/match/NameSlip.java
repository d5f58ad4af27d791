package io.mergewell.match;

import io.mergewell.person.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * The names of a pair are one name, in one of the two records with a slip of the pen.
 *
 * @param misspelt which record has the slip; null if nothing tells
 */
public record NameSlip(@Nullable PersonId misspelt) {}
