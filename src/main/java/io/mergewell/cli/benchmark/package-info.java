/** How fast matching is, and how much memory it takes, on any number of invented persons. */
@NullMarked
package io.mergewell.cli.benchmark;

import org.jspecify.annotations.NullMarked;
