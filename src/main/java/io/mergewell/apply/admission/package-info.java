/** What people decided, held against the frozen plan before anything is done about it. */
@NullMarked
package io.mergewell.apply.admission;

import org.jspecify.annotations.NullMarked;
