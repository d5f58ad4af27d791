package io.mergewell.job.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.apply.faults.CallKind;
import io.mergewell.apply.faults.Held;
import io.mergewell.job.ProgramJar;
import io.mergewell.job.RunExit;
import io.mergewell.store.Engine;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Rows S1, C1, C2, D1 and D2 of the fault matrix: the packaged program is stopped, doubled, overtaken, cut off, and has
 * no room.
 */
class ContestedApplyIntegrationTests {

    @TempDir
    private Path folder;

    @BeforeAll
    static void unpack(@TempDir Path calm) throws Exception {
        Rehearsal.unpackOnce(calm);
    }

    /** One run after the other, each in another call. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"H2, READ MERGE UPDATE DELETE", "POSTGRES, MERGE"})
    void stopsAfterTheCallInFlightHoweverOftenItIsAsked(Engine engine, String kinds) throws Exception {
        try (Rehearsal rehearsal = new Rehearsal(engine, folder, Rehearsal.USUAL)) {
            for (String kind : kinds.split(" ")) {
                stopsIn(CallKind.valueOf(kind), rehearsal);
            }
            finishes(rehearsal);
        }
    }

    private static void stopsIn(CallKind kind, Rehearsal rehearsal) throws Exception {
        Held call = rehearsal.crm().hold(kind, 1);
        ProgramJar.Running run = rehearsal.start();
        call.awaitArrived(run.process());
        int writes = writes(rehearsal);

        run.process().destroy();
        run.process().destroy();
        assertThat(run.process().isAlive()).isTrue();
        call.release();

        assertThat(run.exitCode()).as(run.text()).isEqualTo(RunExit.STOPPED);
        assertThat(writes(rehearsal)).isEqualTo(writes);
    }

    @Test
    void letsNoSecondRunSendAnything() throws Exception {
        try (Rehearsal rehearsal = new Rehearsal(Engine.POSTGRES, folder, Rehearsal.USUAL)) {
            Held call = rehearsal.crm().hold(CallKind.MERGE, 1);
            ProgramJar.Running first = rehearsal.start();
            call.awaitArrived(first.process());

            sendsNothing(rehearsal);

            call.release();
            assertThat(first.exitCode()).as(first.text()).isZero();
            Aftermath.of(rehearsal).isAllDone();
        }
    }

    /** A store in a file is held by the process itself, stopped or not. */
    @Test
    void letsNoSecondRunSendAnythingWhileTheFirstIsStopped() throws Exception {
        try (Rehearsal rehearsal = new Rehearsal(Engine.H2, folder, Rehearsal.USUAL)) {
            Held answer = rehearsal.crm().holdAnswer(CallKind.MERGE, 1);
            ProgramJar.Running first = rehearsal.start();
            answer.awaitArrived(first.process());
            signal("STOP", first.process());
            answer.release();

            sendsNothing(rehearsal);

            signal("CONT", first.process());
            assertThat(first.exitCode()).as(first.text()).isZero();
            Aftermath.of(rehearsal).isAllDone();
        }
    }

    private static void sendsNothing(Rehearsal rehearsal) throws Exception {
        int calls = rehearsal.crm().history().calls().size();
        ProgramJar.Running second = rehearsal.start();
        assertThat(second.exitCode()).as(second.text()).isEqualTo(RunExit.TEMPORARY);
        assertThat(rehearsal.crm().history().calls()).hasSize(calls);
    }

    /**
     * The first has read and would send, or has sent; then it is stopped where it stands, the server forgets that it holds
     * the job, and a second one takes over.
     */
    @ParameterizedTest
    @EnumSource(names = {"READ", "MERGE"})
    void fencesOffTheOneThatWasOvertaken(CallKind kind) throws Exception {
        try (Rehearsal rehearsal = new Rehearsal(Engine.POSTGRES, folder, Rehearsal.USUAL)) {
            Held answer = rehearsal.crm().holdAnswer(kind, 1);
            ProgramJar.Running first = rehearsal.start();
            answer.awaitArrived(first.process());
            signal("STOP", first.process());
            Engine.cutLock(rehearsal.store());

            finishes(rehearsal);
            int writes = writes(rehearsal);
            answer.release();
            signal("CONT", first.process());

            assertThat(first.exitCode()).as(first.text()).isEqualTo(RunExit.TEMPORARY);
            assertThat(writes(rehearsal)).isEqualTo(writes);
            Aftermath.of(rehearsal).isAllDone();
        }
    }

    private static void signal(String name, Process process) throws Exception {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }

    /** The store's file can grow by so many kilobytes: too few to begin, or to end. */
    @ParameterizedTest
    @ValueSource(ints = {8, 120})
    void sendsNothingWithoutAnIntentWhenTheDiskIsFull(int kilobytesLeft) throws Exception {
        try (Rehearsal rehearsal = new Rehearsal(Engine.H2, folder, Rehearsal.USUAL)) {
            ProgramJar.Running run = rehearsal.startOnFullDisk(kilobytesLeft);
            assertThat(run.exitCode()).as(run.text()).isEqualTo(RunExit.CANNOT_WRITE);

            finishes(rehearsal);
        }
    }

    /** Every connection to the database ends while a call is in flight. */
    @ParameterizedTest
    @EnumSource(names = {"MERGE", "UPDATE", "DELETE"})
    void goesOnAfterItsDatabaseWasRestarted(CallKind kind) throws Exception {
        try (Rehearsal rehearsal = new Rehearsal(Engine.POSTGRES, folder, Rehearsal.USUAL)) {
            Held call = rehearsal.crm().hold(kind, 1);
            ProgramJar.Running run = rehearsal.start();
            call.awaitArrived(run.process());

            Engine.closeDoors(rehearsal.store(), false);
            call.release();

            assertThat(run.exitCode()).as(run.text()).isIn(RunExit.DONE, RunExit.TEMPORARY);
            finishes(rehearsal);
        }
    }

    private static int writes(Rehearsal rehearsal) {
        return (int) rehearsal.crm().history().calls().stream()
                .filter(call -> call.kind() != CallKind.READ)
                .count();
    }

    private static void finishes(Rehearsal rehearsal) throws Exception {
        ProgramJar.Running run = rehearsal.start();
        assertThat(run.exitCode()).as(run.text()).isZero();
        Aftermath.of(rehearsal).isAllDone();
    }
}
