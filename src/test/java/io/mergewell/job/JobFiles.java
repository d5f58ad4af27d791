package io.mergewell.job;

import io.mergewell.apply.ApplySettings;
import io.mergewell.crm.connect.CrmSettings;
import io.mergewell.crm.settings.CsvColumns;
import io.mergewell.match.MatchSettings;
import io.mergewell.plan.PlanSettings;
import io.mergewell.store.StoreSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;

/** Jobs for tests. */
public final class JobFiles {

    private JobFiles() {}

    /** A job named acme over a CSV file with the columns id, name and email. */
    public static JobFile csv(Path file, StoreSettings store, Path reports, String digest) {
        CsvColumns columns = new CsvColumns(
                "id",
                List.of("name"),
                List.of(),
                List.of(),
                List.of("email"),
                List.of(),
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                new TreeMap<>());
        return new JobFile(
                "acme",
                Path.of("jobs/acme.yml"),
                digest,
                new CrmSettings.Csv(file, columns),
                Duration.ofDays(7),
                MatchSettings.DEFAULTS,
                PlanSettings.DEFAULTS,
                ApplySettings.defaults("acme"),
                store,
                reports);
    }

    /** Hears nothing. */
    public static RunProgress silent() {
        return new RunProgress() {
            @Override
            public void stepStarted(String step) {}

            @Override
            public void advanced(String step, String sentence) {}
        };
    }
}
