/** Where an evaluation loses true pairs, and what each level and each family of blocking keys earns. */
@NullMarked
package io.mergewell.cli.evaluate.detail;

import org.jspecify.annotations.NullMarked;
