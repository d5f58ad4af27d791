/**
 * HTTP as every adapter needs it: reading, patient where it helps and strict where trust is at stake; and writing, once.
 */
@NullMarked
package io.mergewell.crm.http;

import org.jspecify.annotations.NullMarked;
