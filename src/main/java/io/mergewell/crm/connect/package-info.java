/** A system as the rest of the program sees it: what it is, how it is opened, and the ways in and out. */
@NullMarked
package io.mergewell.crm.connect;

import org.jspecify.annotations.NullMarked;
