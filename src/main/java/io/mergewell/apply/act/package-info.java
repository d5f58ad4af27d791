/**
 * How approved rows become effects in the CRM: read again, compare with what the reviewer saw, write the intent down,
 * send once, and look whether it is as promised.
 */
@NullMarked
package io.mergewell.apply.act;

import org.jspecify.annotations.NullMarked;
