package io.mergewell.cli.jobfile;

import io.mergewell.plan.GuardRails;
import io.mergewell.plan.PlanSettings;
import io.mergewell.plan.SurvivorRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The section {@code plan}. */
final class PlanSection {

    private static final Map<String, SurvivorRule> RULES = Words.of(SurvivorRule.values());
    private static final PlanSettings DEFAULTS = PlanSettings.DEFAULTS;

    private static final Key<List<SurvivorRule>> SURVIVOR = Key.preset(
            "survivor",
            Kind.listOf(RULES),
            DEFAULTS.survivor(),
            "rules that choose which record survives, in order. In a tie, before the lowest id (unless it is the first"
                    + " rule), the record beside which least of the others would be missed");
    private static final Key<Integer> MAX_GROUP = Key.preset(
            "max-group", Kind.wholeNumber(2, 1000), DEFAULTS.maxGroup(), "a larger group is always for review");
    private static final Key<Duration> VALID_FOR = Key.preset(
            "valid-for",
            Kind.duration(Duration.ofHours(1), Duration.ofDays(365)),
            DEFAULTS.validFor(),
            "how long a plan may be applied");
    private static final Key<Boolean> DELETE = Key.preset(
            "delete",
            Kind.yesOrNo(),
            DEFAULTS.delete(),
            "propose to delete duplicates that hold nothing of their own, instead of merging them");

    static final List<Key<?>> KEYS = List.of(SURVIVOR, MAX_GROUP, VALID_FOR, DELETE);

    private PlanSection() {}

    static PlanSettings read(Section plan, GuardRails rails) {
        plan.onlyKeys(KEYS, "plan");
        return new PlanSettings(
                plan.tried(() -> survivor(plan)).orElse(DEFAULTS.survivor()),
                plan.value(MAX_GROUP),
                plan.value(VALID_FOR),
                plan.value(DELETE),
                rails);
    }

    /** The rules in order; the lowest id decides what they leave open. */
    private static List<SurvivorRule> survivor(Section plan) {
        List<SurvivorRule> rules = new ArrayList<>(plan.value(SURVIVOR));
        int lowestId = rules.indexOf(SurvivorRule.LOWEST_ID);
        if (lowestId >= 0 && lowestId < rules.size() - 1) {
            throw plan.require(SURVIVOR, "plan.survivor")
                    .error("plan.survivor names rules after lowest-id, which decides every case. Put it last.");
        }
        if (lowestId < 0) {
            rules.add(SurvivorRule.LOWEST_ID);
        }
        return rules;
    }
}
