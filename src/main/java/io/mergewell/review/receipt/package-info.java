/** What an apply run writes of each row, and of where people went. */
@NullMarked
package io.mergewell.review.receipt;

import org.jspecify.annotations.NullMarked;
