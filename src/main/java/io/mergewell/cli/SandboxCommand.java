package io.mergewell.cli;

import io.mergewell.sandbox.Sandbox;
import io.mergewell.sandbox.SandboxSettings;
import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;

/** {@code sandbox}: serves until it is stopped. */
final class SandboxCommand {

    private final Surroundings surroundings;

    SandboxCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    int run(SandboxSettings settings) {
        try (Sandbox sandbox = Sandbox.start(settings)) {
            // The JVM ends without a return from here, and what the sandbox was told is on disk already.
            Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
            introduce(sandbox, settings);
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
        out.println("Next, in another terminal: "
                + NextStep.command("dry-run", surroundings.sandboxJob().toString()));
        out.flush();
    }
}
