/** The command that takes what people decided out of the store, and back. */
@NullMarked
package io.mergewell.cli.decisions;

import org.jspecify.annotations.NullMarked;
