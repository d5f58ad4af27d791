/** Chapter 12. The command line: commands, progress, exit codes. */
@NullMarked
package io.mergewell.cli;

import org.jspecify.annotations.NullMarked;
