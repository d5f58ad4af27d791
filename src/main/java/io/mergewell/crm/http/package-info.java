/** Reading over HTTP as every adapter needs it: patient where it helps, strict where trust is at stake. */
@NullMarked
package io.mergewell.crm.http;

import org.jspecify.annotations.NullMarked;
