/** RogerRoger. */
@NullMarked
package io.mergewell.crm.rogerroger;

import org.jspecify.annotations.NullMarked;
