package io.mergewell.cli.jobfile;

import io.mergewell.apply.ApplySettings;
import io.mergewell.plan.GuardRails;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The section {@code apply}. */
final class ApplySection {

    private static final Kind<Integer> LIMIT = Kind.wholeNumber(0, 10_000_000);
    private static final ApplySettings DEFAULTS = ApplySettings.defaults("JOB");

    private static final Key<Boolean> AUTO = Key.preset(
            "auto",
            Kind.yesOrNo(),
            DEFAULTS.auto(),
            "whether `apply JOB.yml` also applies groups of band AUTO that nobody decided on");
    private static final Key<Integer> MAX_MERGES = Key.preset(
            "max-merges",
            LIMIT,
            DEFAULTS.rails().maxMerges(),
            "most merges of a calendar day; the rest waits for the next one");
    private static final Key<Integer> MAX_DELETES = Key.preset(
            "max-deletes",
            LIMIT,
            DEFAULTS.rails().maxDeletes(),
            "most deletions of a calendar day; the rest waits for the next one");
    private static final Key<Double> MAX_SHARE = Key.preset(
            "max-share",
            Kind.share(),
            DEFAULTS.rails().maxShare(),
            "a plan whose groups of band AUTO would change a larger share of all persons has no AUTO at all");
    private static final Key<Integer> MAX_TOKENS = Key.preset(
            "max-tokens",
            LIMIT,
            DEFAULTS.maxTokens(),
            "most of the CRM's budget of calls that apply takes on a calendar day, in its own count");
    private static final Key<Integer> STOP_AFTER_CONFLICTS = Key.preset(
            "stop-after-conflicts",
            Kind.wholeNumber(1, 10_000_000),
            DEFAULTS.stopAfterConflicts(),
            "so many groups in conflict in a row, or rows refused or in doubt, end the run");
    private static final Key<Duration> PAUSE = Key.preset(
            "pause",
            Kind.duration(Duration.ZERO, Duration.ofHours(1)),
            DEFAULTS.pause(),
            "between two writes, for whatever listens to the CRM");
    private static final Key<Path> INBOX = Key.open(
            "inbox",
            Kind.path("folder"),
            "`" + DEFAULTS.inbox() + "`, named after the job",
            "where decided reviews are left for `apply JOB.yml`");

    static final List<Key<?>> KEYS =
            List.of(AUTO, MAX_MERGES, MAX_DELETES, MAX_SHARE, MAX_TOKENS, STOP_AFTER_CONFLICTS, PAUSE, INBOX);

    private ApplySection() {}

    /** @param job the job's name */
    static ApplySettings read(Section apply, String job) {
        apply.onlyKeys(KEYS, "apply");
        return new ApplySettings(
                apply.value(AUTO),
                new GuardRails(apply.value(MAX_MERGES), apply.value(MAX_DELETES), apply.value(MAX_SHARE)),
                apply.value(MAX_TOKENS),
                apply.value(STOP_AFTER_CONFLICTS),
                apply.value(PAUSE),
                apply.written(INBOX).orElseGet(() -> ApplySettings.defaults(job).inbox()));
    }
}
