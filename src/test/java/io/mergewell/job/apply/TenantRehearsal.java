package io.mergewell.job.apply;

import io.mergewell.apply.ApplySettings;
import io.mergewell.apply.faults.FaultyTenant;
import io.mergewell.apply.faults.TenantSnapshot;
import io.mergewell.apply.restore.Prospect;
import io.mergewell.crm.rogerroger.RogerRoger;
import io.mergewell.job.JobFile;
import io.mergewell.job.JobFiles;
import io.mergewell.job.ProgramJar;
import io.mergewell.job.RunExit;
import io.mergewell.job.StopSignal;
import io.mergewell.job.crm.CrmDoors;
import io.mergewell.job.restore.RestoreLook;
import io.mergewell.job.restore.RestoreRun;
import io.mergewell.review.decided.DecidedReview;
import io.mergewell.review.summary.Summary;
import io.mergewell.sandbox.Sandbox;
import io.mergewell.sandbox.pipedrive.Limits;
import io.mergewell.sandbox.rogerroger.Uuids;
import io.mergewell.store.Engine;
import io.mergewell.store.StoreSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One case of merging in steps: a copy of the tenant, a review in which some rows are approved, runs in this process. */
final class TenantRehearsal implements AutoCloseable {

    /** One merge of every kind of step: the survivor gets e-mails and a phone, and two notes, one of them private. */
    static final Set<Long> ONE = Set.of(18L);

    /** The same, and another of another group. */
    static final Set<Long> TWO = Set.of(18L, 56L);

    /** Two merges that bring numbers of the job's own region, written without their country. */
    static final Set<Long> WITH_AMERICAN_NUMBERS = Set.of(6L, 49L);

    /** Four into one survivor, the last two of them with two notes each. */
    static final Set<Long> GROUP = Set.of(22L, 52L, 36L, 13L);

    /** All of these, and one whose survivor has notes of its own. */
    static final Set<Long> USUAL = Set.of(18L, 22L, 52L, 36L, 13L, 56L);

    private static final String JOB = "jobs/acme.yml";
    private static final String REVIEW = "decided.csv";

    private static @Nullable TenantSnapshot untouched;

    private final Path folder;
    private final Village village;
    private final StoreSettings store;
    private final HandClock time = new HandClock();
    private Sandbox sandbox;
    private FaultyTenant tenant;
    private final TenantSnapshot before;
    private final SortedMap<String, String> approved = new TreeMap<>();

    TenantRehearsal(Path folder, Set<Long> rows) throws IOException {
        this(folder, rows, Limits.NONE);
    }

    /** @param rows the duplicates whose rows are approved */
    TenantRehearsal(Path folder, Set<Long> rows, Limits limits) throws IOException {
        this.folder = Files.createDirectories(folder.resolve("work"));
        this.village = Village.tenant();
        Village.copy(village.folder().resolve("sandbox"), folder.resolve("sandbox"));
        this.store = Engine.H2.copied(village.store(), this.folder);
        this.before = original(folder.resolve("sandbox"));
        this.sandbox = sandbox(limits);
        this.tenant = new FaultyTenant(sandbox, village.port());
        Files.writeString(this.folder.resolve(REVIEW), decided(rows), StandardCharsets.UTF_8);
    }

    private static synchronized TenantSnapshot original(Path folder) throws IOException {
        TenantSnapshot known = untouched;
        if (known == null) {
            try (Sandbox sandbox = Sandbox.start(Village.sandbox(folder));
                    FaultyTenant tenant = new FaultyTenant(sandbox, 0)) {
                known = tenant.snapshot();
            }
        }
        untouched = known;
        return known;
    }

    private Sandbox sandbox(Limits limits) {
        Path state = folder.resolveSibling("sandbox");
        return Sandbox.start(Village.sandbox(state).withLimits(limits).withClock(time));
    }

    /** From now on nothing is limited, so that a test can look around. */
    void liftLimits() throws IOException {
        close();
        sandbox = sandbox(Limits.NONE);
        tenant = new FaultyTenant(sandbox, village.port());
    }

    FaultyTenant tenant() {
        return tenant;
    }

    TenantSnapshot before() {
        return before;
    }

    /** The time, which goes on when somebody waits. */
    HandClock time() {
        return time;
    }

    /** Survivors by duplicates. */
    SortedMap<String, String> approved() {
        return approved;
    }

    /** The command, in which waits take no time. @return its exit code */
    int apply() throws IOException {
        return apply(time);
    }

    /** @param clock of the program alone */
    int apply(Clock clock) throws IOException {
        try {
            return run(clock).exitCode();
        } catch (RuntimeException e) {
            return RunExit.codeOf(e).orElseThrow(() -> e);
        }
    }

    /** The same for a run that does not end early. @return what it counts and says */
    Summary run() throws IOException {
        return run(time);
    }

    private Summary run(Clock clock) throws IOException {
        JobFile job = job();
        time.passes(Duration.ofMinutes(1));
        try (StopSignal never = new StopSignal()) {
            return new ApplyRun(
                            job,
                            DecidedReview.read(folder.resolve(REVIEW)),
                            JobFiles.silent(),
                            never,
                            time::passes,
                            clock,
                            () -> CrmDoors.open(job.crm(), time::passes))
                    .run();
        }
    }

    /** The command {@code restore} without {@code --yes}. */
    Prospect look(Summary applied) {
        try (StopSignal never = new StopSignal()) {
            return RestoreLook.of(job(), applied.runId(), never);
        }
    }

    /** The command {@code restore --yes}. */
    Summary restore(Summary applied) {
        try (StopSignal never = new StopSignal()) {
            return RestoreRun.run(job(), applied.runId(), JobFiles.silent(), never);
        }
    }

    private JobFile job() {
        ApplySettings settings = ApplySettings.defaults("acme");
        return Village.job(new RogerRoger(), folder, village.port(), sandbox.token(), store, settings);
    }

    /** Somebody thinks otherwise by now. */
    void takeBack() throws IOException {
        Path review = folder.resolve(REVIEW);
        Files.writeString(review, Files.readString(review).replace(",APPROVE,", ",REJECT,"));
    }

    /** The command in a process of its own, which dies at a moment. */
    ProgramJar.Running startDyingAt(String failpoint) throws IOException {
        return program().startDyingAt(failpoint, "apply", JOB, REVIEW);
    }

    ProgramJar.Running start() throws IOException {
        return program().start("apply", JOB, REVIEW);
    }

    private ProgramJar program() throws IOException {
        Files.createDirectories(folder.resolve("jobs"));
        Files.writeString(folder.resolve(JOB), """
                crm: { type: rogerroger, base-url: "%s", token: "${CRM_TOKEN}", timeout: 20s }
                phone-region: US
                store: { url: "%s" }
                reports: reports/acme
                """.formatted(tenant.baseUrl(), store.url()));
        return new ProgramJar(folder, Map.of("CRM_TOKEN", sandbox.token()));
    }

    /** What the newest receipts say, as text. */
    String receipts(Summary summary) throws IOException {
        return Files.readString(job().reports().resolve(summary.runId()).resolve("receipts.csv"));
    }

    @Override
    public void close() throws IOException {
        tenant.close();
        sandbox.close();
    }

    /** The report with APPROVE in the rows, as an editor would save it. */
    private String decided(Set<Long> rows) throws IOException {
        SortedMap<String, String> keys = new TreeMap<>();
        village.plan().groups().forEach(group -> group.actions().stream()
                .filter(action -> rows.stream()
                        .map(Uuids::ofPerson)
                        .anyMatch(action.duplicate().value()::equals))
                .forEach(action -> {
                    keys.put(action.rowKey(), action.duplicate().value());
                    approved.put(action.duplicate().value(), group.survivor().value());
                }));
        StringBuilder text = new StringBuilder();
        for (String line : Files.readString(village.review()).split("(?<=\n)", -1)) {
            String key = line.replaceFirst("(?s),.*", "");
            text.append(keys.containsKey(key) ? line.replaceFirst(key + ",", key + ",APPROVE") : line);
        }
        return text.toString();
    }
}
