/** Which pairs are looked at at all: keys, blocks with caps, candidate pairs. */
@NullMarked
package io.mergewell.match.blocking;

import org.jspecify.annotations.NullMarked;
