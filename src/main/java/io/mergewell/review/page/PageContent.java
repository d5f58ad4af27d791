package io.mergewell.review.page;

import io.mergewell.plan.wording.Wording;
import io.mergewell.review.HeldRows;
import java.util.Map;

/**
 * What stands in a page beside its plan.
 *
 * @param held what was put off earlier
 * @param outcomes what became of rows that were handed in, by row key; none before an apply
 * @param wording says by names what is shown
 */
record PageContent(HeldRows held, Map<String, RowOutcome> outcomes, Successions successions, Wording wording) {}
