/** How approved rows of a file become a cleaned copy of it. */
@NullMarked
package io.mergewell.apply.rewrite;

import org.jspecify.annotations.NullMarked;
