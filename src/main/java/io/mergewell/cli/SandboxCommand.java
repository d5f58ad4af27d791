package io.mergewell.cli;

import io.mergewell.cli.ending.ExitCode;
import io.mergewell.cli.voice.Surroundings;
import io.mergewell.crm.CrmException;
import io.mergewell.job.NextCommand;
import io.mergewell.sandbox.Sandbox;
import io.mergewell.sandbox.SandboxSettings;
import java.io.PrintWriter;
import java.time.Duration;

/** {@code sandbox}: serves until it is stopped. */
final class SandboxCommand {

    private static final Duration FOREVER = Duration.ofDays(36_500);

    /** Enough to close the state; what was answered is on disk already. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Surroundings surroundings;

    SandboxCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    int run(SandboxSettings settings) {
        try (Sandbox sandbox = Sandbox.start(settings)) {
            introduce(sandbox, settings);
            surroundings.termination().listen(PATIENCE).await(FOREVER);
        } catch (CrmException.Stopped e) {
            // It is meant to run until it is stopped.
            return ExitCode.DONE;
        }
        return ExitCode.DONE;
    }

    private void introduce(Sandbox sandbox, SandboxSettings settings) {
        PrintWriter out = surroundings.out();
        out.println("The sandbox CRM answers at " + sandbox.baseUrl() + " until it is stopped (Ctrl-C).");
        out.println(
                "What is done to it is kept in " + settings.folder() + ". A request needs the token that is there:");
        out.println("  curl -H \"x-api-token: $(cat " + settings.folder().resolve("token") + ")\" '" + sandbox.baseUrl()
                + "/api/v2/persons?limit=2'");
        out.println("Next, in another terminal: " + NextCommand.of("dry-run", surroundings.sandboxJob()));
        out.flush();
    }
}
