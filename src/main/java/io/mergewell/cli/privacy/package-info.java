/** The commands for the sake of the persons: how long they are kept, who is erased, what others are shown. */
@NullMarked
package io.mergewell.cli.privacy;

import org.jspecify.annotations.NullMarked;
