package io.mergewell.cli.jobfile;

import io.mergewell.job.KeepSettings;
import java.time.Duration;

/** The section {@code keep}. */
final class KeepSection {

    private static final Duration LEAST = Duration.ofDays(1);
    private static final Duration MOST = Duration.ofDays(36_500);

    private KeepSection() {}

    static KeepSettings read(Section keep) {
        keep.onlyKeys(Keys.KEEP, "keep");
        KeepSettings defaults = KeepSettings.DEFAULTS;
        return new KeepSettings(
                keep.duration("reports", LEAST, MOST, defaults.reports()),
                keep.duration("snapshots", LEAST, MOST, defaults.snapshots()),
                keep.duration("mirror", LEAST, MOST, defaults.mirror()));
    }
}
