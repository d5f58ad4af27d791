/**
 * Chapter 6. The systems outside, behind ports: one closed sub-package per system. Here is the way in, and what all the
 * others share; {@code write}, {@code settings}, {@code connect} and {@code systems} are open, too.
 */
@NullMarked
package io.mergewell.crm;

import org.jspecify.annotations.NullMarked;
