/**
 * The way back: what an apply run merged or deleted is made anew from its snapshots, and survivors get back what they
 * held, as far as nobody changed it since.
 */
@NullMarked
package io.mergewell.apply.restore;

import org.jspecify.annotations.NullMarked;
