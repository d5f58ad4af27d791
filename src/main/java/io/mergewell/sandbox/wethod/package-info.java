/** Sandbox, part 6. The same persons, spoken of as Wethod speaks. */
@NullMarked
package io.mergewell.sandbox.wethod;

import org.jspecify.annotations.NullMarked;
