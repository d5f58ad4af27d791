/** What reading the CRM tells: whether what the reviewer saw is still so, and what became of writes in doubt. */
@NullMarked
package io.mergewell.apply.act.doubt;

import org.jspecify.annotations.NullMarked;
