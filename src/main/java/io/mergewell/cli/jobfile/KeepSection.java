package io.mergewell.cli.jobfile;

import io.mergewell.job.KeepSettings;
import java.time.Duration;
import java.util.List;

/** The section {@code keep}. */
final class KeepSection {

    private static final Kind<Duration> SPAN = Kind.duration(Duration.ofDays(1), Duration.ofDays(36_500));
    private static final KeepSettings DEFAULTS = KeepSettings.DEFAULTS;

    private static final Key<Duration> REPORTS = Key.preset(
            "reports",
            SPAN,
            DEFAULTS.reports(),
            "reports, cleaned copies, and decided reviews in the inbox that were taken");
    private static final Key<Duration> SNAPSHOTS = Key.preset(
            "snapshots",
            SPAN,
            DEFAULTS.snapshots(),
            "what `restore` needs: snapshots with their receipts, and the groups that were applied");
    private static final Key<Duration> MIRROR = Key.preset(
            "mirror", SPAN, DEFAULTS.mirror(), "the copy of the CRM, counted from the last time it was read");

    static final List<Key<?>> KEYS = List.of(REPORTS, SNAPSHOTS, MIRROR);

    private KeepSection() {}

    static KeepSettings read(Section keep) {
        keep.onlyKeys(KEYS, "keep");
        return new KeepSettings(keep.value(REPORTS), keep.value(SNAPSHOTS), keep.value(MIRROR));
    }
}
