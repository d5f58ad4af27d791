package io.mergewell.review;

import java.util.function.Function;

/**
 * A column of a file.
 *
 * @param cell what stands in a row, safe for a spreadsheet
 */
record Column<R>(String name, Function<R, String> cell) {

    /** Whatever people wrote. */
    static <R> Column<R> text(String name, Function<R, String> value) {
        return new Column<>(name, value.andThen(CsvCell::text));
    }

    /** Whatever people wrote, of which each digit counts. */
    static <R> Column<R> digits(String name, Function<R, String> value) {
        return new Column<>(name, value.andThen(CsvCell::digits));
    }

    static <R> Column<R> id(String name, Function<R, String> value) {
        return new Column<>(name, value.andThen(CsvCell::id));
    }

    static <R> Column<R> date(String name, Function<R, String> value) {
        return new Column<>(name, value.andThen(CsvCell::date));
    }

    /** For the reader to fill in. */
    static <R> Column<R> blank(String name) {
        return new Column<>(name, row -> "");
    }
}
