/** The systems that are known. All other chapters meet them here. */
@NullMarked
package io.mergewell.crm.systems;

import org.jspecify.annotations.NullMarked;
