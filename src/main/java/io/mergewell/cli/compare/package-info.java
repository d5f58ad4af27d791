/** Two settings on the same persons: what the one would propose that the other would not. */
@NullMarked
package io.mergewell.cli.compare;

import org.jspecify.annotations.NullMarked;
