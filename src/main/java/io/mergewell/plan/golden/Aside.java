package io.mergewell.plan.golden;

import java.util.List;

/**
 * What a record holds beside its person: values that nobody compares and no merge carries over, such as those in columns
 * of a file that the job does not name. They stay with the record they stand in, and go with it.
 *
 * @param values none of them blank, each field once
 */
public record Aside(List<FieldValue> values) {

    /** Of a record that is all person. */
    public static final Aside NONE = new Aside(List.of());

    public Aside {
        values = List.copyOf(values);
    }

    /** Values that the other one has and this one lacks. Nobody knows what they mean, so all that differs counts. */
    public List<FieldValue> lacking(Aside other) {
        return other.values.stream().filter(value -> !holds(value)).toList();
    }

    /** Fields in which both have a value and this one's stays, as {@link FieldRules#conflicts} says it. */
    public List<String> conflicts(Aside other) {
        return lacking(other).stream()
                .flatMap(dropped -> values.stream()
                        .filter(kept -> kept.field().equals(dropped.field()))
                        .map(kept -> kept.text() + " kept, " + dropped.value() + " dropped"))
                .toList();
    }

    private boolean holds(FieldValue wanted) {
        return values.stream()
                .anyMatch(
                        value -> value.field().equals(wanted.field()) && Spelling.same(value.value(), wanted.value()));
    }
}
