/** A plan as people read it: by names where a system has numbers. */
@NullMarked
package io.mergewell.plan.wording;

import org.jspecify.annotations.NullMarked;
