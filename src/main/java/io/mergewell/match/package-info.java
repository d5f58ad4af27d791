/** Chapter 3. How two persons are compared, what each agreement weighs, and why a pair matches. */
@NullMarked
package io.mergewell.match;

import org.jspecify.annotations.NullMarked;
