/** Matching held against what people decided on this job's own persons. */
@NullMarked
package io.mergewell.cli.evaluate.decided;

import org.jspecify.annotations.NullMarked;
