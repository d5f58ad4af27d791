package io.mergewell.job;

import io.mergewell.apply.ApplySettings;
import io.mergewell.crm.connect.CrmSettings;
import io.mergewell.match.MatchSettings;
import io.mergewell.plan.PlanSettings;
import io.mergewell.store.StoreSettings;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A job as its file describes it, checked and with every default filled in.
 *
 * @param name the file's name without {@code .yml}
 * @param path the file
 * @param digest SHA-256 of the file's bytes as hexadecimal digits: an unfinished run goes on only with the same file
 * @param sweepEvery how often everything is read, to find what was deleted
 * @param reports folder of this job's reports
 * @param keep how long what holds persons is kept
 */
public record JobFile(
        String name,
        Path path,
        String digest,
        CrmSettings crm,
        Duration sweepEvery,
        MatchSettings match,
        PlanSettings plan,
        ApplySettings apply,
        StoreSettings store,
        Path reports,
        KeepSettings keep) {

    /** A job that keeps things as long as usual. */
    public JobFile(
            String name,
            Path path,
            String digest,
            CrmSettings crm,
            Duration sweepEvery,
            MatchSettings match,
            PlanSettings plan,
            ApplySettings apply,
            StoreSettings store,
            Path reports) {
        this(name, path, digest, crm, sweepEvery, match, plan, apply, store, reports, KeepSettings.DEFAULTS);
    }
}
