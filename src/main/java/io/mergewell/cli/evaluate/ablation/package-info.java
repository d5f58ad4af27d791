/** What each part of matching earns: a labelled file matched without it. */
@NullMarked
package io.mergewell.cli.evaluate.ablation;

import org.jspecify.annotations.NullMarked;
