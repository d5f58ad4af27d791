package io.mergewell.job.dryrun;

import io.mergewell.crm.NameSource;
import io.mergewell.crm.connect.CrmConnection;
import io.mergewell.job.JobFiles;
import io.mergewell.job.StopSignal;
import io.mergewell.job.crm.Crm;
import io.mergewell.person.PersonId;
import io.mergewell.review.summary.Summary;
import io.mergewell.store.Engine;
import io.mergewell.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Dry runs over a town of twenty human beings, ten of whom come twice, at a time that tests move on. */
final class Night {

    private final Path folder;
    private final TownSource town = TownSource.of(20);
    private StoreSettings store;
    private String identity = "town";
    private NameSource names = NameSource.NONE;
    private @Nullable Map<PersonId, String> truth;
    private Instant now = Instant.parse("2026-11-20T23:00:00Z");

    Night(Path folder) {
        this.folder = folder;
        this.store = Engine.H2.fresh(folder);
    }

    TownSource town() {
        return town;
    }

    StoreSettings store() {
        return store;
    }

    void use(StoreSettings other) {
        store = other;
    }

    /** From now on the same job file stands for another CRM, as when a variable in it has another value. */
    void moveTo(String other) {
        identity = other;
    }

    /** From now on the town tells names. */
    void tell(NameSource told) {
        names = told;
    }

    Instant now() {
        return now;
    }

    /** Lets a run know which human being each record is of. */
    void know(Map<PersonId, String> humans) {
        truth = humans;
    }

    void becomesTheNext() {
        now = now.plus(Duration.ofDays(1));
    }

    Summary run() {
        return dryRun("work").run();
    }

    DryRun dryRun(String work) {
        return dryRun(work, town);
    }

    DryRun dryRun(String work, TownSource source) {
        return dryRun(work, source, new StopSignal());
    }

    DryRun dryRun(String work, TownSource source, StopSignal stop) {
        return new DryRun(
                JobFiles.csv(Path.of("unused.csv"), store, reports(), work),
                JobFiles.silent(),
                stop,
                Clock.fixed(now, ZoneOffset.UTC),
                () -> new Crm(
                        CrmConnection.of(source, new UnusedWriter(), names),
                        "the " + identity,
                        identity,
                        () -> Optional.ofNullable(truth),
                        () -> {}));
    }

    Path reports() {
        return folder.resolve("reports/acme");
    }

    Path review(Summary summary) {
        return reports().resolve(summary.runId()).resolve("review.csv");
    }

    List<Path> summaries() throws IOException {
        try (Stream<Path> found = Files.walk(reports())) {
            return found.filter(path -> path.endsWith("summary.json")).toList();
        }
    }
}
