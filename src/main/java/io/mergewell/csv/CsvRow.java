package io.mergewell.csv;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record of a file, or a line that is none.
 *
 * @param line where it begins in the file, from 1
 * @param fault why it is no record, to follow "the record"; null if it is one
 */
public record CsvRow(
        long line, List<String> cells, @Nullable String fault) {}
