package io.mergewell.job.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.apply.faults.Fault;
import io.mergewell.apply.faults.FaultPlan;
import io.mergewell.apply.faults.Line;
import io.mergewell.job.ProgramJar;
import io.mergewell.job.RunExit;
import io.mergewell.store.Engine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code ./run.sh soak}: schedules of kills and faults by chance, each from a seed of its own, for as long as one likes.
 * What a schedule breaks is named with its seed, which brings it back.
 */
@EnabledIfSystemProperty(named = "mergewell.soak.minutes", matches = "\\d+")
class SoakIntegrationTests {

    private static final List<String> MOMENTS =
            Stream.concat(Moments.ANY.stream(), Moments.SOMETIMES.stream()).toList();

    private static final List<Line> LINES = List.of(
            Line.DROPPED,
            Line.RESET_IN_BODY,
            Line.CUT,
            Line.EMPTY,
            Line.MALFORMED,
            Line.HTML,
            Line.UNSUCCESSFUL,
            Line.STATUS_500,
            Line.STATUS_502,
            Line.STATUS_503,
            Line.STATUS_504);

    /** Those that say that nothing was done, which is true. */
    private static final List<Line> REFUSALS =
            List.of(Line.TOO_MANY, Line.TOO_MANY_FOR_A_SECOND, Line.TOO_MANY_TODAY, Line.UNAUTHORISED, Line.GATEKEEPER);

    private static final int MOST_RUNS_IN_PEACE = 3;

    /** Longer than any call may be at work. */
    private static final Duration SURELY_OVER = Duration.ofMinutes(20);

    @Test
    void holdsUnderSchedulesByChance(@TempDir Path folder) throws Exception {
        long seed = Long.getLong("mergewell.soak.seed", 1);
        long end = System.nanoTime()
                + Duration.ofMinutes(Long.getLong("mergewell.soak.minutes")).toNanos();
        ProgramJar.unpack();
        int schedules = 0;
        while (System.nanoTime() < end) {
            Path place = Files.createDirectory(folder.resolve("schedule-" + seed));
            try {
                play(seed, place);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("Schedule " + seed + ": ./run.sh soak --seed " + seed, e);
            }
            schedules++;
            seed++;
        }
        System.out.println(schedules + " schedules held; the next begins with --seed " + seed);
    }

    private static void play(long seed, Path folder) throws Exception {
        SplittableRandom chance = new SplittableRandom(seed);
        Engine engine = chance.nextInt(4) == 0 ? Engine.POSTGRES : Engine.H2;
        try (Rehearsal rehearsal = new Rehearsal(engine, folder, Rehearsal.USUAL)) {
            rehearsal.crm().follow(FaultPlan.seeded(seed, chance.nextDouble() / 3, faults()));
            int kills = chance.nextInt(4);
            for (int kill = 0; kill < kills; kill++) {
                String moment = MOMENTS.get(chance.nextInt(MOMENTS.size())) + ":" + (1 + chance.nextInt(4));
                rehearsal.startDyingAt(moment).exitCode();
            }
            int hard = 1 + chance.nextInt(3);
            for (int run = 0; run < hard; run++) {
                rehearsal.apply();
            }
            rehearsal.crm().doWhatIsLate();
            rehearsal.crm().follow(FaultPlan.NONE);
            finishes(rehearsal);
        }
    }

    private static void finishes(Rehearsal rehearsal) throws Exception {
        int code = rehearsal.apply();
        for (int run = 1; code != RunExit.DONE && run < MOST_RUNS_IN_PEACE; run++) {
            rehearsal.passes(SURELY_OVER);
            code = rehearsal.apply();
        }
        assertThat(code).isEqualTo(RunExit.DONE);
        Aftermath.of(rehearsal).isAllDone();
    }

    private static List<Fault> faults() {
        return Stream.concat(
                        LINES.stream()
                                .flatMap(line -> Stream.of(
                                        Fault.after(line), Fault.insteadOf(line), Fault.beforeItIsDone(line))),
                        REFUSALS.stream().map(Fault::insteadOf))
                .toList();
    }
}
