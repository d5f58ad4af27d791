/** How two values are alike: graded levels, one comparison per field. */
@NullMarked
package io.mergewell.match.comparison;

import org.jspecify.annotations.NullMarked;
