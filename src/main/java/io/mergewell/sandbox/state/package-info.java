/** Sandbox, part 3. What the sandbox remembers: its persons on disk, committed before anybody is told. */
@NullMarked
package io.mergewell.sandbox.state;

import org.jspecify.annotations.NullMarked;
