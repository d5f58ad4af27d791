package io.mergewell.sandbox;

import io.mergewell.sandbox.pipedrive.Limits;
import io.mergewell.sandbox.state.MultiValues;
import java.nio.file.Path;
import java.time.Clock;

/**
 * How a sandbox CRM is run. Begin with {@link #in} and change what is needed.
 *
 * @param folder where its state lives; made if absent
 * @param port on loopback, 0 for any that is free
 * @param persons how many records the first start makes, 1 to 10,000,000
 * @param seed of the persons: the same seed and number give the same persons everywhere
 * @param anyPersons whether a state that exists may hold other persons than those
 * @param limits of requests and tokens
 * @param reset whether a state that exists is thrown away
 * @param multiValues what a merge does with e-mails, phones and labels, which the vendor does not document
 * @param clock tells update times and when a day's budget begins anew
 */
public record SandboxSettings(
        Path folder,
        int port,
        int persons,
        long seed,
        boolean anyPersons,
        Limits limits,
        boolean reset,
        MultiValues multiValues,
        Clock clock) {

    public static final int DEFAULT_PERSONS = 3_000;
    public static final long DEFAULT_SEED = 1;
    public static final Path DEFAULT_FOLDER = Path.of("data", "sandbox");

    private static final int MAX_PERSONS = 10_000_000;
    private static final int MAX_PORT = 65_535;

    public SandboxSettings {
        if (persons < 1 || persons > MAX_PERSONS) {
            throw new SandboxException.Misconfigured("The sandbox holds 1 to 10000000 persons, not " + persons + ".");
        }
        if (port < 0 || port > MAX_PORT) {
            throw new SandboxException.Misconfigured("A port is a number from 0 to 65535, not " + port + ".");
        }
    }

    /**
     * The defaults: any port, the persons that are there or else 3,000 of seed 1, the limits of Pipedrive's smallest
     * plan.
     */
    public static SandboxSettings in(Path folder) {
        return new SandboxSettings(
                folder,
                0,
                DEFAULT_PERSONS,
                DEFAULT_SEED,
                true,
                Limits.LITE,
                false,
                MultiValues.KEPT,
                Clock.systemUTC());
    }

    /** At this port; 0 for any that is free. */
    public SandboxSettings withPort(int other) {
        return new SandboxSettings(folder, other, persons, seed, anyPersons, limits, reset, multiValues, clock);
    }

    /** Only that many: a state that holds another number is refused. */
    public SandboxSettings withPersons(int other) {
        return new SandboxSettings(folder, port, other, seed, false, limits, reset, multiValues, clock);
    }

    /** Only those of the seed: a state that was made from another is refused. */
    public SandboxSettings withSeed(long other) {
        return new SandboxSettings(folder, port, persons, other, false, limits, reset, multiValues, clock);
    }

    /** Nothing is counted, and no answer tells of a limit. */
    public SandboxSettings withoutLimits() {
        return withLimits(Limits.NONE);
    }

    /** With these limits. */
    public SandboxSettings withLimits(Limits other) {
        return new SandboxSettings(folder, port, persons, seed, anyPersons, other, reset, multiValues, clock);
    }

    /** Whether a state that exists is thrown away. */
    public SandboxSettings withReset(boolean other) {
        return new SandboxSettings(folder, port, persons, seed, anyPersons, limits, other, multiValues, clock);
    }

    /** What a merge does with e-mails, phones and labels. */
    public SandboxSettings withMultiValues(MultiValues other) {
        return new SandboxSettings(folder, port, persons, seed, anyPersons, limits, reset, other, clock);
    }

    /** By this clock, for tests. */
    public SandboxSettings withClock(Clock other) {
        return new SandboxSettings(folder, port, persons, seed, anyPersons, limits, reset, multiValues, other);
    }
}
