/** Sandbox, part 2. The invented persons: who they are, and how they ended up in a CRM more than once. */
@NullMarked
package io.mergewell.sandbox.population;

import org.jspecify.annotations.NullMarked;
