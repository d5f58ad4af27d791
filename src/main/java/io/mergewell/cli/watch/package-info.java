/** What those who watch over many jobs hear of a run. None of it can fail one, and none of it holds personal data. */
@NullMarked
package io.mergewell.cli.watch;

import org.jspecify.annotations.NullMarked;
