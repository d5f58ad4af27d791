/** Chapter 7. What a night remembers: mirror, groups, plans and run history, over JDBC. */
@NullMarked
package io.mergewell.store;

import org.jspecify.annotations.NullMarked;
