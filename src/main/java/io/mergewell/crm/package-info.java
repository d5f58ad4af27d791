/** Chapter 6. The systems outside, behind ports: one closed sub-package per system. */
@NullMarked
package io.mergewell.crm;

import org.jspecify.annotations.NullMarked;
