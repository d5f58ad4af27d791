package io.mergewell.cli.jobfile;

import io.mergewell.plan.GuardRails;
import java.time.Duration;

/** The section {@code apply}. All of it is checked; a plan needs the limits of what may change. */
final class ApplySection {

    private static final int MOST = 10_000_000;

    private ApplySection() {}

    static GuardRails rails(Section apply) {
        apply.onlyKeys(Keys.APPLY, "apply");
        GuardRails defaults = GuardRails.DEFAULTS;
        GuardRails rails = new GuardRails(
                apply.wholeNumber("max-merges", 0, MOST, defaults.maxMerges()),
                apply.wholeNumber("max-deletes", 0, MOST, defaults.maxDeletes()),
                apply.find("max-share").map(Setting::share).orElse(defaults.maxShare()));
        apply.find("auto").ifPresent(Setting::yesOrNo);
        apply.find("max-tokens").ifPresent(setting -> setting.wholeNumber(0, MOST));
        apply.find("stop-after-conflicts").ifPresent(setting -> setting.wholeNumber(1, MOST));
        apply.find("pause").ifPresent(setting -> setting.duration(Duration.ZERO, Duration.ofHours(1)));
        apply.find("inbox").ifPresent(Setting::path);
        return rails;
    }
}
