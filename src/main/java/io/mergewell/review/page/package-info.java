/** The page in which people look at proposals and decide: one file that needs neither server nor network. */
@NullMarked
package io.mergewell.review.page;

import org.jspecify.annotations.NullMarked;
