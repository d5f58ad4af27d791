package io.mergewell.normalise;

import java.util.List;

/**
 * A person's name for comparing.
 *
 * @param given folded given names in their order, initials as single letters; empty where unknown
 * @param family folded words of the family name in their order, particles included; of a company all its words; empty
 *     where unknown
 * @param kind of a placeholder and of an empty name both lists are empty
 */
public record NameForm(List<String> given, List<String> family, Generation generation, NameKind kind) {

    static final NameForm EMPTY = new NameForm(List.of(), List.of(), Generation.NONE, NameKind.EMPTY);
    static final NameForm PLACEHOLDER = new NameForm(List.of(), List.of(), Generation.NONE, NameKind.PLACEHOLDER);

    public NameForm {
        given = List.copyOf(given);
        family = List.copyOf(family);
    }
}
