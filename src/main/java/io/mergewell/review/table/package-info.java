/** Tables as spreadsheets read them: a column is a name and how its cells are written. */
@NullMarked
package io.mergewell.review.table;

import org.jspecify.annotations.NullMarked;
