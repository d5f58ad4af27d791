/** Wethod. */
@NullMarked
package io.mergewell.crm.wethod;

import org.jspecify.annotations.NullMarked;
