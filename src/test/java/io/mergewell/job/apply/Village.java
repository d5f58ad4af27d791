package io.mergewell.job.apply;

import io.mergewell.apply.ApplySettings;
import io.mergewell.apply.faults.Approved;
import io.mergewell.apply.faults.FaultyCrm;
import io.mergewell.crm.connect.CrmSettings;
import io.mergewell.crm.connect.CrmSystem;
import io.mergewell.crm.pipedrive.Pipedrive;
import io.mergewell.crm.pipedrive.v1.PipedriveV1;
import io.mergewell.crm.rogerroger.RogerRoger;
import io.mergewell.crm.settings.ChosenOptions;
import io.mergewell.crm.settings.Endpoint;
import io.mergewell.crm.settings.Secret;
import io.mergewell.job.JobFile;
import io.mergewell.job.JobFiles;
import io.mergewell.job.StopSignal;
import io.mergewell.job.dryrun.DryRun;
import io.mergewell.match.MatchSettings;
import io.mergewell.plan.ActionKind;
import io.mergewell.plan.Plan;
import io.mergewell.plan.PlanSettings;
import io.mergewell.plan.PlannedAction;
import io.mergewell.plan.PlannedGroup;
import io.mergewell.review.summary.Summary;
import io.mergewell.sandbox.Sandbox;
import io.mergewell.sandbox.SandboxSettings;
import io.mergewell.sandbox.pipedrive.Limits;
import io.mergewell.store.Engine;
import io.mergewell.store.Store;
import io.mergewell.store.StoreSettings;
import io.mergewell.store.memory.Plans;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.function.SingletonSupplier;

/**
 * A CRM of sixty persons and the dry run over it, made once for each database; rehearsals work on copies.
 *
 * @param folder with the state of the CRM
 * @param review as the dry run wrote it, undecided
 */
record Village(Path folder, int port, String token, StoreSettings store, Path review, Plan plan) {

    private static final int MORE_TO_DELETE = 4;
    private static final int MANY_TO_DELETE = 11;
    private static final Map<Engine, Village> MADE = new EnumMap<>(Engine.class);
    private static final Supplier<Village> TENANT = SingletonSupplier.of(Village::makeTenant);
    private static final Supplier<Village> UNTIDY =
            SingletonSupplier.of(() -> make(Engine.H2, new Pipedrive(), MORE_TO_DELETE));
    private static final Supplier<Village> VERY_UNTIDY =
            SingletonSupplier.of(() -> make(Engine.H2, new PipedriveV1(), MANY_TO_DELETE));

    static synchronized Village on(Engine engine) {
        return MADE.computeIfAbsent(engine, unused -> make(engine, new Pipedrive(), 0));
    }

    /** One with more records to be deleted. */
    static Village untidy() {
        return UNTIDY.get();
    }

    /** One with many records to be deleted, read through API v1. */
    static Village veryUntidy() {
        return VERY_UNTIDY.get();
    }

    /** The same persons as people of a RogerRoger tenant, in H2. */
    static Village tenant() {
        return TENANT.get();
    }

    static SandboxSettings sandbox(Path place) {
        return SandboxSettings.in(place).withPersons(60).withSeed(1).withLimits(Limits.NONE);
    }

    /** A folder's files, for a case to work on. */
    static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    /** The records that the report proposes to delete. */
    SortedSet<Long> deletions() {
        return duplicates(ActionKind.DELETE);
    }

    /** The records that the report proposes to merge into others. */
    SortedSet<Long> merges() {
        return duplicates(ActionKind.MERGE);
    }

    private SortedSet<Long> duplicates(ActionKind kind) {
        return plan.groups().stream()
                .flatMap(group -> group.actions().stream())
                .filter(action -> action.kind() == kind)
                .map(action -> Long.parseLong(action.duplicate().value()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What people allow who approve the rows of these duplicates, as the checker wants it. */
    Approved approved(Set<Long> rows) {
        Map<Long, Long> merges = new HashMap<>();
        Set<Long> deletes = new HashSet<>();
        Set<String> lost = new HashSet<>();
        for (PlannedGroup group : plan.groups()) {
            for (PlannedAction action : group.actions()) {
                long duplicate = Long.parseLong(action.duplicate().value());
                if (rows.contains(duplicate)) {
                    action.valuesLost().forEach(value -> lost.add(value.replaceFirst("^[^:]*: ", "")));
                    if (action.kind() == ActionKind.MERGE) {
                        merges.put(duplicate, Long.parseLong(group.survivor().value()));
                    } else {
                        deletes.add(duplicate);
                    }
                }
            }
        }
        return new Approved(merges, deletes, lost);
    }

    /** The report with APPROVE in the rows of these duplicates, as an editor would save it. */
    String decided(Set<Long> rows) throws IOException {
        Map<String, Long> duplicates = new HashMap<>();
        plan.groups().stream()
                .flatMap(group -> group.actions().stream())
                .forEach(action -> duplicates.put(
                        action.rowKey(), Long.parseLong(action.duplicate().value())));
        StringBuilder text = new StringBuilder();
        for (String line : Files.readString(review).split("(?<=\n)", -1)) {
            String key = line.replaceFirst("(?s),.*", "");
            boolean approved = duplicates.containsKey(key) && rows.contains(duplicates.get(key));
            text.append(approved ? line.replaceFirst(key + ",", key + ",APPROVE") : line);
        }
        return text.toString();
    }

    /** The job as the program would read it from its file. */
    static JobFile job(
            CrmSystem system, Path folder, int port, String token, StoreSettings store, ApplySettings apply) {
        Endpoint endpoint = new Endpoint(URI.create("http://127.0.0.1:" + port), new Secret(token));
        return new JobFile(
                "acme",
                folder.resolve("jobs/acme.yml"),
                "digest",
                new CrmSettings.Online(
                        system, new CrmSettings.Where.At(endpoint), ChosenOptions.NONE, Duration.ofSeconds(1)),
                Duration.ofDays(7),
                new MatchSettings("US", null, null, null, new TreeMap<>()),
                PlanSettings.DEFAULTS,
                apply,
                store,
                folder.resolve("reports/acme"));
    }

    private static Village make(Engine engine, CrmSystem system, int empty) {
        try {
            Path folder = Files.createTempDirectory("mergewell-village");
            int port = freePort();
            StoreSettings store = engine.fresh(folder);
            try (Sandbox sandbox = Sandbox.start(sandbox(folder.resolve("sandbox")));
                    FaultyCrm crm = new FaultyCrm(sandbox, port)) {
                for (int number = 0; number < empty; number++) {
                    crm.others().create("{\"name\":\"n/a\"}");
                }
                return reported(system, sandbox, folder, port, store);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Village makeTenant() {
        try {
            Path folder = Files.createTempDirectory("mergewell-tenant");
            int port = freePort();
            try (Sandbox sandbox =
                    Sandbox.start(sandbox(folder.resolve("sandbox")).withPort(port))) {
                return reported(new RogerRoger(), sandbox, folder, port, Engine.H2.fresh(folder));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Village reported(CrmSystem system, Sandbox sandbox, Path folder, int port, StoreSettings store) {
        JobFile job = job(system, folder, port, sandbox.token(), store, ApplySettings.defaults("acme"));
        try (StopSignal stop = new StopSignal()) {
            Summary summary = DryRun.run(job, JobFiles.silent(), stop);
            Path review = job.reports().resolve(summary.runId()).resolve("review.csv");
            return new Village(folder, port, sandbox.token(), store, review, plan(store, summary));
        }
    }

    private static Plan plan(StoreSettings settings, Summary summary) {
        try (Store store = Store.open(settings, "acme")) {
            return new Plans(store, "acme").find(summary.plan().id()).orElseThrow();
        }
    }

    /**
     * Below those that outgoing connections are given, so that it is still free for the next rehearsal, and not where
     * another process looks that runs these tests.
     */
    private static int freePort() throws IOException {
        int first = 20_000 + (int) (ProcessHandle.current().pid() % 1_000) * 10;
        for (int port = first; port < 31_000; port++) {
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (IOException taken) {
                // The next one.
            }
        }
        throw new IOException("No port is free.");
    }
}
