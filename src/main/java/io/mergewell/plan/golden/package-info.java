/** What becomes of each field when several records become one: what is kept, filled, united, contradicted and lost. */
@NullMarked
package io.mergewell.plan.golden;

import org.jspecify.annotations.NullMarked;
