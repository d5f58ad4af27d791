/** Chapter 4. Pairs into groups: the records that are believed to be one human being. */
@NullMarked
package io.mergewell.cluster;

import org.jspecify.annotations.NullMarked;
