package io.mergewell.job.apply;

import io.mergewell.apply.Rounds;
import io.mergewell.job.run.RunContext;
import io.mergewell.review.decided.DecidedReview;
import org.jspecify.annotations.Nullable;

/**
 * What the steps of one apply run are made from.
 *
 * @param review the one that was named; null for those of the inbox
 */
record Applying(RunContext run, @Nullable DecidedReview review, Rounds rounds) {}
