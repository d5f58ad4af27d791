/** What a person at a terminal sees beside lines: a bar that moves, and colours. A pipe or a file gets none of it. */
@NullMarked
package io.mergewell.cli.screen;

import org.jspecify.annotations.NullMarked;
