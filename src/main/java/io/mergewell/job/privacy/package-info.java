/** How long the program keeps what it knows of persons, and how somebody is erased from it. */
@NullMarked
package io.mergewell.job.privacy;

import org.jspecify.annotations.NullMarked;
