package io.mergewell.match.corpus;

import io.mergewell.match.FieldKind;

/** A field with at most one value per record, other than the name. */
public sealed interface Field {

    /** As a reader knows it, such as {@code birth date} or {@code custom.birthplace}. */
    String name();

    /** The value numbers of the records. */
    Column column();

    /** Words, compared by likeness. */
    record Words(String name, Column column, TokenLists values) implements Field {}

    /** A code, a number or a postcode. */
    record Code(String name, Column column, TextPool values, FieldKind kind) implements Field {}

    /** A day; its values are {@link PackedDate}s. */
    record Day(String name, Column column) implements Field {}
}
