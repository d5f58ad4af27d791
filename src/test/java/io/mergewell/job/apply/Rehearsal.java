package io.mergewell.job.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.apply.ApplySettings;
import io.mergewell.apply.faults.Approved;
import io.mergewell.apply.faults.CrmSnapshot;
import io.mergewell.apply.faults.FaultyCrm;
import io.mergewell.crm.Waiter;
import io.mergewell.crm.connect.CrmSystem;
import io.mergewell.crm.pipedrive.Pipedrive;
import io.mergewell.crm.pipedrive.v1.PipedriveV1;
import io.mergewell.job.JobFile;
import io.mergewell.job.JobFiles;
import io.mergewell.job.ProgramJar;
import io.mergewell.job.RunExit;
import io.mergewell.job.RunProgress;
import io.mergewell.job.StopSignal;
import io.mergewell.job.crm.CrmDoors;
import io.mergewell.job.dryrun.DryRun;
import io.mergewell.plan.ActionKind;
import io.mergewell.review.decided.DecidedReview;
import io.mergewell.review.summary.Summary;
import io.mergewell.sandbox.Sandbox;
import io.mergewell.store.Engine;
import io.mergewell.store.StoreSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One case: a copy of the village, a review in which some rows are approved, and what it takes to apply it. */
final class Rehearsal implements AutoCloseable {

    /** A group of three, two pairs, and an empty record. Merging 42 takes an update afterwards. */
    static final Set<Long> USUAL = Set.of(13L, 42L, 50L, 30L, 3L);

    static final String JOB = "jobs/acme.yml";
    static final String REVIEW = "decided.csv";

    private static boolean unpacked;

    private final Path folder;
    private final Village village;
    private final StoreSettings store;
    private final Sandbox sandbox;
    private final FaultyCrm crm;
    private final ProgramJar program;
    private final CrmSnapshot before;
    private final Set<Long> rows;
    private final List<Duration> waits = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private CrmSystem system = new Pipedrive();
    private volatile Instant now = Instant.now();

    /** @param rows the duplicates whose rows are approved */
    Rehearsal(Engine engine, Path folder, Set<Long> rows) throws IOException {
        this(engine, Village.on(engine), folder, rows);
    }

    private Rehearsal(Engine engine, Village village, Path folder, Set<Long> rows) throws IOException {
        this.folder = Files.createDirectories(folder.resolve("work"));
        this.village = village;
        this.rows = rows;
        Village.copy(village.folder().resolve("sandbox"), folder.resolve("sandbox"));
        this.store = engine.copied(village.store(), this.folder);
        this.sandbox = Sandbox.start(Village.sandbox(folder.resolve("sandbox")));
        this.crm = new FaultyCrm(sandbox, village.port());
        this.program = new ProgramJar(this.folder, Map.of("CRM_TOKEN", sandbox.token()));
        this.before = crm.snapshot();
        Files.createDirectories(this.folder.resolve("jobs"));
        Files.writeString(this.folder.resolve(JOB), """
                crm: { type: pipedrive, base-url: "%s", token: "${CRM_TOKEN}", timeout: 20s }
                phone-region: US
                store: { url: "%s" }
                reports: reports/acme
                """.formatted(crm.baseUrl(), store.url()));
        Files.writeString(this.folder.resolve(REVIEW), village.decided(rows), StandardCharsets.UTF_8);
    }

    /** All deletions of a village with several are approved, and nothing else. */
    static Rehearsal ofDeletions(Path folder) throws IOException {
        Village village = Village.untidy();
        return new Rehearsal(Engine.H2, village, folder, village.deletions());
    }

    /** Of a village that is read and written through API v1. @param kind of all rows that are approved */
    static Rehearsal inV1(Path folder, ActionKind kind) throws IOException {
        Village village = Village.veryUntidy();
        Set<Long> rows = kind == ActionKind.DELETE ? village.deletions() : village.merges();
        Rehearsal rehearsal = new Rehearsal(Engine.H2, village, folder, rows);
        rehearsal.speaks(new PipedriveV1());
        return rehearsal;
    }

    /** Makes the packaged program ready to be started often, by a first run in which nothing goes wrong. */
    static synchronized void unpackOnce(Path calm) throws IOException, InterruptedException {
        if (unpacked) {
            return;
        }
        ProgramJar.unpack();
        try (Rehearsal rehearsal = new Rehearsal(Engine.H2, calm, USUAL)) {
            ProgramJar.Running run = rehearsal.program.startFirst("apply", JOB, REVIEW);
            assertThat(run.exitCode()).as(run.text()).isZero();
            Aftermath.of(rehearsal).isAllDone();
        }
        unpacked = true;
    }

    /** Runs in this process speak to the CRM by another system from now on. */
    void speaks(CrmSystem other) {
        system = other;
    }

    /** The duplicates whose rows are approved. */
    Set<Long> rows() {
        return rows;
    }

    FaultyCrm crm() {
        return crm;
    }

    Path folder() {
        return folder;
    }

    StoreSettings store() {
        return store;
    }

    CrmSnapshot before() {
        return before;
    }

    String token() {
        return sandbox.token();
    }

    ProgramJar program() {
        return program;
    }

    /** How long the program was told to wait, and would have. */
    List<Duration> waits() {
        return List.copyOf(waits);
    }

    /** How far the runs in this process said that they were: steps, and sentences. */
    List<String> told() {
        return List.copyOf(told);
    }

    private RunProgress progress() {
        return new RunProgress() {
            @Override
            public void stepStarted(String step) {
                told.add(step);
            }

            @Override
            public void advanced(String step, String sentence) {
                told.add(sentence);
            }
        };
    }

    /** For runs in this process, also while one is at work; backwards, too. */
    void passes(Duration time) {
        now = now.plus(time);
    }

    /** The command in a process of its own. */
    ProgramJar.Running start() throws IOException {
        return program.start("apply", JOB, REVIEW);
    }

    /** On a disk on which the store can grow by so much and no more. */
    ProgramJar.Running startOnFullDisk(int kilobytesLeft) throws IOException {
        long size = Files.size(folder.resolve("store/acme.mv.db")) / 1024;
        return program.startOnSmallDisk((int) size + kilobytesLeft, "apply", JOB, REVIEW);
    }

    ProgramJar.Running startDyingAt(String failpoint) throws IOException {
        return program.startDyingAt(failpoint, "apply", JOB, REVIEW);
    }

    /** The command in this process, in which waits take no time. @return its exit code */
    int apply() throws IOException {
        return apply(ApplySettings.defaults("acme"));
    }

    int apply(ApplySettings settings) throws IOException {
        try {
            return run(settings).exitCode();
        } catch (RuntimeException e) {
            return RunExit.codeOf(e).orElseThrow(() -> e);
        }
    }

    /** The same for a run that does not end early. @return what it counts and says */
    Summary run() throws IOException {
        return run(ApplySettings.defaults("acme"));
    }

    /** A new report, in this process. */
    Summary dryRun() {
        try (StopSignal never = new StopSignal()) {
            return DryRun.run(job(ApplySettings.defaults("acme")), JobFiles.silent(), never);
        }
    }

    private JobFile job(ApplySettings settings) {
        return Village.job(system, folder, village.port(), sandbox.token(), store, settings);
    }

    /** The command without a file, and with nothing in the inbox. */
    Summary runWithoutReview() {
        return run(ApplySettings.defaults("acme"), null);
    }

    private Summary run(ApplySettings settings) throws IOException {
        return run(settings, DecidedReview.read(folder.resolve(REVIEW)));
    }

    private Summary run(ApplySettings settings, @Nullable DecidedReview review) {
        JobFile job = job(settings);
        Waiter waiter = waits::add;
        now = now.plus(Duration.ofMinutes(1));
        try (StopSignal never = new StopSignal()) {
            return new ApplyRun(job, review, progress(), never, waiter, clock(), () -> CrmDoors.open(job.crm(), waiter))
                    .run();
        }
    }

    private Clock clock() {
        InstantSource source = () -> now;
        return source.withZone(ZoneOffset.UTC);
    }

    /** What people allowed, as the checker wants it. */
    Approved approved() {
        return village.approved(rows);
    }

    @Override
    public void close() throws IOException {
        crm.close();
        sandbox.close();
    }
}
