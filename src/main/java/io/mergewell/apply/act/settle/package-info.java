/** What a survivor is promised: brought over beforehand, looked at afterwards, and written down row by row. */
@NullMarked
package io.mergewell.apply.act.settle;

import org.jspecify.annotations.NullMarked;
