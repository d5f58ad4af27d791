package io.mergewell.apply.admission;

import io.mergewell.plan.Decision;
import io.mergewell.plan.PlannedAction;
import io.mergewell.review.decided.Place;

/**
 * What was decided on one row of a plan.
 *
 * @param reviewer empty if nobody signed
 * @param note empty if there is none
 * @param place in the review
 */
public record RowDecision(PlannedAction row, Decision decision, String reviewer, String note, Place place) {}
