/** A write on its way: what a run works with, the limits of a day, the intent on disk before the call. */
@NullMarked
package io.mergewell.apply.act.send;

import org.jspecify.annotations.NullMarked;
