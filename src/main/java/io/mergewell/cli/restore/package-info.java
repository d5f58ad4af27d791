/** The command that brings back what an apply run changed, and what it says beforehand. */
@NullMarked
package io.mergewell.cli.restore;

import org.jspecify.annotations.NullMarked;
