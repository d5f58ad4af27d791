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

    private static final int LARGEST_GROUP = 1000;
    private static final Map<String, SurvivorRule> RULES = Words.of(SurvivorRule.values());

    private PlanSection() {}

    static PlanSettings read(Section plan, GuardRails rails) {
        plan.onlyKeys(Keys.PLAN, "plan");
        PlanSettings defaults = PlanSettings.DEFAULTS;
        return new PlanSettings(
                plan.value("survivor", PlanSection::survivor).orElse(defaults.survivor()),
                plan.wholeNumber("max-group", 2, LARGEST_GROUP, defaults.maxGroup()),
                plan.duration("valid-for", Duration.ofHours(1), Duration.ofDays(365), defaults.validFor()),
                plan.value("delete", Setting::yesOrNo).orElse(defaults.delete()),
                rails);
    }

    /** The rules in order; the lowest id decides what they leave open. */
    private static List<SurvivorRule> survivor(Setting setting) {
        List<SurvivorRule> rules = new ArrayList<>(setting.listOf(RULES));
        int lowestId = rules.indexOf(SurvivorRule.LOWEST_ID);
        if (lowestId >= 0 && lowestId < rules.size() - 1) {
            throw setting.error("plan.survivor names rules after lowest-id, which decides every case. Put it last.");
        }
        if (lowestId < 0) {
            rules.add(SurvivorRule.LOWEST_ID);
        }
        return rules;
    }
}
