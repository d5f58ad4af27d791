package io.mergewell.job.restore;

import io.mergewell.apply.ApplySettings;
import io.mergewell.apply.faults.CrmSnapshot;
import io.mergewell.apply.faults.FaultyCrm;
import io.mergewell.apply.restore.Prospect;
import io.mergewell.crm.connect.CrmSettings;
import io.mergewell.crm.pipedrive.Pipedrive;
import io.mergewell.crm.settings.ChosenOptions;
import io.mergewell.crm.settings.Endpoint;
import io.mergewell.crm.settings.Secret;
import io.mergewell.job.JobFile;
import io.mergewell.job.JobFiles;
import io.mergewell.job.ProgramJar;
import io.mergewell.job.StopSignal;
import io.mergewell.job.apply.ApplyRun;
import io.mergewell.job.crm.CrmDoors;
import io.mergewell.job.dryrun.DryRun;
import io.mergewell.match.MatchSettings;
import io.mergewell.plan.PlanSettings;
import io.mergewell.review.summary.Summary;
import io.mergewell.sandbox.Sandbox;
import io.mergewell.sandbox.SandboxSettings;
import io.mergewell.sandbox.pipedrive.Limits;
import io.mergewell.sandbox.state.MultiValues;
import io.mergewell.store.Engine;
import io.mergewell.store.Store;
import io.mergewell.store.StoreSettings;
import io.mergewell.store.ledger.Ledger;
import io.mergewell.store.ledger.LedgerRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The morning after an apply run over a sandbox: all its merges and deletions were approved and done. */
public final class Morning implements AutoCloseable {

    static final String JOB = "jobs/acme.yml";

    private static final int PERSONS = 60;

    private final Path folder;
    private final Sandbox sandbox;
    private final FaultyCrm crm;
    private final StoreSettings store;
    private final JobFile file;
    private final CrmSnapshot before;
    private final Summary applied;

    Morning(Path folder, MultiValues multiValues) throws IOException {
        this(Engine.H2, folder, multiValues);
    }

    public Morning(Engine engine, Path folder, MultiValues multiValues) throws IOException {
        this.folder = Files.createDirectories(folder.resolve("work"));
        this.sandbox = Sandbox.start(SandboxSettings.in(folder.resolve("sandbox"))
                .withPersons(PERSONS)
                .withLimits(Limits.NONE)
                .withMultiValues(multiValues));
        this.crm = new FaultyCrm(sandbox);
        this.store = engine.fresh(folder);
        this.file = new JobFile(
                "acme",
                this.folder.resolve(JOB),
                "digest",
                new CrmSettings.Online(
                        new Pipedrive(),
                        new CrmSettings.Where.At(new Endpoint(crm.baseUrl(), new Secret(crm.token()))),
                        ChosenOptions.NONE,
                        Duration.ofSeconds(20)),
                Duration.ofDays(7),
                MatchSettings.DEFAULTS,
                PlanSettings.DEFAULTS,
                ApplySettings.defaults("acme"),
                store,
                this.folder.resolve("reports/acme"));
        this.before = crm.snapshot();
        Summary proposed = dryRun();
        this.applied = ApplyRun.run(file, approved(proposed), JobFiles.silent(), new StopSignal());
    }

    /** Every row that Mergewell itself can carry out. */
    private Path approved(Summary proposed) throws IOException {
        Path review = file.reports().resolve(proposed.runId()).resolve("review.csv");
        String decided =
                Files.readString(review).replaceAll("(?m)^(r[0-9a-z]+),[^,]*,(MERGE|DELETE),", "$1,APPROVE,$2,");
        return Files.writeString(folder.resolve("decided.csv"), decided);
    }

    public Summary dryRun() {
        return DryRun.run(file, JobFiles.silent(), new StopSignal());
    }

    public FaultyCrm crm() {
        return crm;
    }

    /** The job. */
    public JobFile file() {
        return file;
    }

    /** All persons before anything was merged. */
    CrmSnapshot before() {
        return before;
    }

    public Summary applied() {
        return applied;
    }

    public Path reports() {
        return file.reports();
    }

    public Path snapshots() {
        return file.reports().resolve(applied.runId()).resolve("snapshots.jsonl");
    }

    public List<LedgerRow> rows() {
        return inStore(opened -> new Ledger(opened).appliedBy(applied.runId()));
    }

    public <T> T inStore(Function<Store, T> work) {
        try (Store opened = Store.open(store, "acme")) {
            return work.apply(opened);
        }
    }

    Prospect look(String run) {
        return RestoreLook.of(file, run, new StopSignal());
    }

    Summary restore() {
        return restore(applied.runId(), Clock.systemUTC());
    }

    /** Waits for nothing, whatever it is asked to. */
    public Summary restore(String run, Clock clock) {
        StopSignal stop = new StopSignal();
        return new RestoreRun(
                        file,
                        run,
                        JobFiles.silent(),
                        stop,
                        duration -> stop.check(),
                        clock,
                        () -> CrmDoors.open(file.crm(), stop))
                .run();
    }

    /** The packaged program, to go on from here in processes of its own. */
    ProgramJar program() throws IOException {
        Files.createDirectories(folder.resolve("jobs"));
        Files.writeString(folder.resolve(JOB), """
                crm: { type: pipedrive, base-url: "%s", token: "${CRM_TOKEN}", timeout: 20s }
                store: { url: "%s" }
                reports: reports/acme
                """.formatted(crm.baseUrl(), store.url()));
        return new ProgramJar(folder, Map.of("CRM_TOKEN", sandbox.token()));
    }

    String receipts(Summary summary) throws IOException {
        return Files.readString(file.reports().resolve(summary.runId()).resolve("receipts.csv"));
    }

    /** Every file below the reports and every value of the CRM, as text. */
    public String everything() throws IOException {
        try (var files = Files.walk(file.reports())) {
            return crm.snapshot() + files.map(Path::toString).sorted().collect(Collectors.joining("\n"));
        }
    }

    @Override
    public void close() throws IOException {
        crm.close();
        sandbox.close();
    }
}
