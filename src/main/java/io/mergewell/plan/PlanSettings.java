package io.mergewell.plan;

import java.time.Duration;
import java.util.List;

/**
 * What a job may say about planning.
 *
 * @param survivor rules in order; {@link SurvivorRule#LOWEST_ID} ends every list
 * @param maxGroup a larger group is never AUTO and its size is a caution
 * @param validFor how long a plan may be applied
 * @param delete whether a duplicate without any value or linked record of its own may be deleted instead of merged
 * @param rails limits of what one plan may change
 */
public record PlanSettings(
        List<SurvivorRule> survivor, int maxGroup, Duration validFor, boolean delete, GuardRails rails) {

    public static final PlanSettings DEFAULTS = new PlanSettings(
            List.of(SurvivorRule.MOST_LINKED, SurvivorRule.OLDEST, SurvivorRule.LOWEST_ID),
            10,
            Duration.ofDays(14),
            true,
            GuardRails.DEFAULTS);

    public PlanSettings {
        survivor = List.copyOf(survivor);
    }
}
