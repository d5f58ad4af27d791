/** How a command ends: exit codes, failures as sentences, and the file that a bug of ours leaves behind. */
@NullMarked
package io.mergewell.cli.ending;

import org.jspecify.annotations.NullMarked;
