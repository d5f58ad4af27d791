/** The command that says how a job stands, for readers and for programs. */
@NullMarked
package io.mergewell.cli.status;

import org.jspecify.annotations.NullMarked;
