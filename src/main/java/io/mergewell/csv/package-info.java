/** Chapter 0. What a CSV file is, whoever wrote it: its encoding, its delimiter, its records. */
@NullMarked
package io.mergewell.csv;

import org.jspecify.annotations.NullMarked;
