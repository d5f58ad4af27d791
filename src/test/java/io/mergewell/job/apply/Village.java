package io.mergewell.job.apply;

import io.mergewell.apply.ApplySettings;
import io.mergewell.apply.faults.FaultyCrm;
import io.mergewell.crm.ChosenOptions;
import io.mergewell.crm.CrmSettings;
import io.mergewell.crm.Endpoint;
import io.mergewell.crm.Secret;
import io.mergewell.crm.pipedrive.Pipedrive;
import io.mergewell.job.JobFile;
import io.mergewell.job.JobFiles;
import io.mergewell.job.StopSignal;
import io.mergewell.job.dryrun.DryRun;
import io.mergewell.match.MatchSettings;
import io.mergewell.plan.Plan;
import io.mergewell.plan.PlanSettings;
import io.mergewell.review.Summary;
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
import java.util.Map;
import java.util.TreeMap;

/**
 * A CRM of sixty persons and the dry run over it, made once for each database; rehearsals work on copies.
 *
 * @param folder with the state of the CRM
 * @param review as the dry run wrote it, undecided
 */
record Village(Path folder, int port, String token, StoreSettings store, Path review, Plan plan) {

    private static final Map<Engine, Village> MADE = new EnumMap<>(Engine.class);

    static synchronized Village on(Engine engine) {
        return MADE.computeIfAbsent(engine, Village::make);
    }

    static SandboxSettings sandbox(Path folder) {
        return SandboxSettings.in(folder).withPersons(60).withSeed(1).withLimits(Limits.NONE);
    }

    /** The job as the program would read it from its file. */
    static JobFile job(Path folder, int port, String token, StoreSettings store, ApplySettings apply) {
        Endpoint endpoint = new Endpoint(URI.create("http://127.0.0.1:" + port), new Secret(token));
        return new JobFile(
                "acme",
                folder.resolve("jobs/acme.yml"),
                "digest",
                new CrmSettings.Online(
                        new Pipedrive(), new CrmSettings.Where.At(endpoint), ChosenOptions.NONE, Duration.ofSeconds(1)),
                Duration.ofDays(7),
                new MatchSettings("US", null, null, null, new TreeMap<>()),
                PlanSettings.DEFAULTS,
                apply,
                store,
                folder.resolve("reports/acme"));
    }

    private static Village make(Engine engine) {
        try {
            Path folder = Files.createTempDirectory("mergewell-village");
            int port = freePort();
            StoreSettings store = engine.fresh(folder);
            try (Sandbox sandbox = Sandbox.start(sandbox(folder.resolve("sandbox")));
                    FaultyCrm crm = new FaultyCrm(sandbox, port);
                    StopSignal stop = new StopSignal()) {
                JobFile job =
                        job(folder, crm.baseUrl().getPort(), sandbox.token(), store, ApplySettings.defaults("acme"));
                Summary summary = DryRun.run(job, JobFiles.silent(), stop);
                Path review = job.reports().resolve(summary.runId()).resolve("review.csv");
                return new Village(folder, port, sandbox.token(), store, review, plan(store, summary));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Plan plan(StoreSettings settings, Summary summary) {
        try (Store store = Store.open(settings, "acme")) {
            return new Plans(store, "acme").find(summary.plan().id()).orElseThrow();
        }
    }

    /** Below those that outgoing connections are given, so that it is still free for the next rehearsal. */
    private static int freePort() throws IOException {
        for (int port = 20_000; port < 30_000; port++) {
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (IOException taken) {
                // The next one.
            }
        }
        throw new IOException("No port is free.");
    }
}
