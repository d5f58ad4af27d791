/** What a command finds around it, and how it speaks: to people, to schedulers and to logs. */
@NullMarked
package io.mergewell.cli.voice;

import org.jspecify.annotations.NullMarked;
