package io.mergewell.csv;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record of a file, or a line that is none. Places are counted in characters from the file's first one, its byte
 * order mark left out.
 *
 * @param line where it begins in the file, from 1
 * @param start where it begins
 * @param end behind its last character, before the end of its line
 * @param next behind the end of its line
 * @param fault why it is no record, to follow "the record"; null if it is one
 */
public record CsvRow(
        long line,
        long start,
        long end,
        long next,
        List<String> cells,
        @Nullable String fault) {}
