/**
 * RogerRoger: https://developer.rogerroger.io/crm/people. JSON-LD as API Platform writes it, at most 30 people a page and 20
 * requests a minute for a whole tenant.
 */
@NullMarked
package io.mergewell.crm.rogerroger;

import org.jspecify.annotations.NullMarked;
