package io.mergewell.cli.jobfile;

import io.mergewell.apply.ApplySettings;
import io.mergewell.plan.GuardRails;
import java.time.Duration;

/** The section {@code apply}. */
final class ApplySection {

    private static final int MOST = 10_000_000;
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private ApplySection() {}

    /** @param job the job's name */
    static ApplySettings read(Section apply, String job) {
        apply.onlyKeys(Keys.APPLY, "apply");
        ApplySettings defaults = ApplySettings.defaults(job);
        return new ApplySettings(
                apply.value("auto", Setting::yesOrNo).orElse(defaults.auto()),
                rails(apply, defaults.rails()),
                apply.wholeNumber("max-tokens", 0, MOST, defaults.maxTokens()),
                apply.wholeNumber("stop-after-conflicts", 1, MOST, defaults.stopAfterConflicts()),
                apply.duration("pause", Duration.ZERO, LONGEST_PAUSE, defaults.pause()),
                apply.value("inbox", Setting::path).orElse(defaults.inbox()));
    }

    private static GuardRails rails(Section apply, GuardRails defaults) {
        return new GuardRails(
                apply.wholeNumber("max-merges", 0, MOST, defaults.maxMerges()),
                apply.wholeNumber("max-deletes", 0, MOST, defaults.maxDeletes()),
                apply.value("max-share", Setting::share).orElse(defaults.maxShare()));
    }
}
