package io.mergewell.review.table;

import java.util.function.Function;

/**
 * A column of a file.
 *
 * @param <R> what a row is made from
 * @param name in the header
 * @param cell what stands in a row, safe for a spreadsheet
 */
public record Column<R>(String name, Function<R, String> cell) {

    /** Whatever people wrote. */
    public static <R> Column<R> text(String name, Function<R, String> value) {
        return new Column<>(name, value.andThen(CsvCell::text));
    }

    /** Whatever people wrote, of which each digit counts. */
    public static <R> Column<R> digits(String name, Function<R, String> value) {
        return new Column<>(name, value.andThen(CsvCell::digits));
    }

    /** Ids, which a spreadsheet must not rewrite. */
    public static <R> Column<R> id(String name, Function<R, String> value) {
        return new Column<>(name, value.andThen(CsvCell::id));
    }

    /** Dates, in ISO form or as people wrote them. */
    public static <R> Column<R> date(String name, Function<R, String> value) {
        return new Column<>(name, value.andThen(CsvCell::date));
    }

    /** For the reader to fill in. */
    public static <R> Column<R> blank(String name) {
        return new Column<>(name, row -> "");
    }
}
