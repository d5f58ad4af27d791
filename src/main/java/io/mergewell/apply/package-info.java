/** Chapter 9. What was approved, carried out: admission, intent, outcome, reconciliation, brakes. */
@NullMarked
package io.mergewell.apply;

import org.jspecify.annotations.NullMarked;
