/** The command that says why two persons match or not, and where they are in the newest plan. */
@NullMarked
package io.mergewell.cli.explain;

import org.jspecify.annotations.NullMarked;
