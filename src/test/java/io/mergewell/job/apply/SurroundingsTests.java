package io.mergewell.job.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.apply.faults.CallKind;
import io.mergewell.apply.faults.Fault;
import io.mergewell.apply.faults.Line;
import io.mergewell.job.RunExit;
import io.mergewell.store.Engine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Rows T1, D1, X2 and U1 of the fault matrix: clocks, disks, files and stores are not as they should be. */
class SurroundingsTests {

    private static final Set<Long> ONE_OF_EACH = Set.of(42L, 3L);

    @TempDir
    private Path folder;

    /** The machine's clock is set while the run is at work, with a merge whose answer is lost. */
    @ParameterizedTest
    @ValueSource(strings = {"-PT25H", "-PT1H", "PT1H", "PT25H"})
    void doesEverythingOnceWhenTheClockIsSet(Duration jump) throws IOException {
        try (Rehearsal rehearsal = new Rehearsal(Engine.H2, folder, Rehearsal.USUAL)) {
            rehearsal.crm().on(CallKind.MERGE, 2, Fault.insteadOf(Line.DROPPED));
            rehearsal.crm().before(CallKind.MERGE, 2, () -> rehearsal.passes(jump));

            assertThat(rehearsal.apply()).isEqualTo(RunExit.DONE);

            Aftermath.of(rehearsal).isAllDone();
        }
    }

    /** The clock is set between a run that heard nothing and the next, and the calls are carried out late. */
    @ParameterizedTest
    @ValueSource(strings = {"-PT25H", "-PT1H", "PT1H", "PT25H"})
    void findsOutWhatWasDoneWhenTheClockWasSetBetweenTwoRuns(Duration jump) throws IOException {
        try (Rehearsal rehearsal = new Rehearsal(Engine.H2, folder, ONE_OF_EACH)) {
            for (int number = 1; number <= 3; number++) {
                rehearsal.crm().on(CallKind.MERGE, number, Fault.beforeItIsDone(Line.DROPPED));
            }
            assertThat(rehearsal.apply()).isEqualTo(RunExit.PARTLY);
            rehearsal.crm().doWhatIsLate();
            rehearsal.passes(jump);

            assertThat(rehearsal.apply()).isEqualTo(RunExit.DONE);

            Aftermath.of(rehearsal).isAllDone();
            assertThat(rehearsal.crm().history().calls(CallKind.MERGE)).hasSize(3);
        }
    }

    /** What an apply writes about people only its owner may read, whatever the process allows others. */
    @Test
    void letsNobodyElseReadWhatARunWrites() throws IOException {
        try (Rehearsal rehearsal = new Rehearsal(Engine.H2, folder, ONE_OF_EACH)) {
            assertThat(rehearsal.apply()).isEqualTo(RunExit.DONE);

            for (Path run : runs(rehearsal)) {
                assertThat(modes(run)).isEqualTo("rwx------");
                try (Stream<Path> files = Files.list(run)) {
                    assertThat(files).isNotEmpty().allSatisfy(file -> assertThat(modes(file))
                            .as(file.toString())
                            .isEqualTo("rw-------"));
                }
            }
        }
    }

    /** No snapshot, no effect; and what a link points to is nobody's business. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void sendsNothingWhereTheSnapshotsCannotBeWritten(boolean link) throws IOException {
        try (Rehearsal rehearsal = new Rehearsal(Engine.H2, folder, ONE_OF_EACH)) {
            Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "mine\n");
            rehearsal.crm().before(CallKind.READ, 1, () -> obstruct(rehearsal, link ? elsewhere : null));

            assertThat(rehearsal.apply()).isEqualTo(RunExit.CANNOT_WRITE);
            assertThat(rehearsal.crm().history().calls(CallKind.MERGE)).isEmpty();
            assertThat(elsewhere).hasContent("mine");

            for (Path run : runs(rehearsal)) {
                Files.deleteIfExists(run.resolve("snapshots.jsonl"));
            }
            assertThat(rehearsal.apply()).isEqualTo(RunExit.DONE);
            Aftermath.of(rehearsal).isAllDone();
        }
    }

    @ParameterizedTest
    @EnumSource
    void leavesAStoreOfANewerVersionAndTheCrmAlone(Engine engine) throws Exception {
        try (Rehearsal rehearsal = new Rehearsal(engine, folder, ONE_OF_EACH)) {
            execute(rehearsal, "INSERT INTO mergewell_schema VALUES (1000)");

            assertThat(rehearsal.apply()).isEqualTo(RunExit.CONFIGURATION);

            assertThat(rehearsal.crm().history().calls()).isEmpty();
        }
    }

    /** An apply that an older version began, with a merge in doubt; the newer one goes on. */
    @ParameterizedTest
    @EnumSource
    void goesOnWithWhatAnOlderVersionBegan(Engine engine) throws Exception {
        try (Rehearsal rehearsal = new Rehearsal(engine, folder, Rehearsal.USUAL)) {
            rehearsal.crm().on(CallKind.MERGE, 2, Fault.after(Line.DROPPED));
            rehearsal.crm().on(CallKind.MERGE, 3, Fault.insteadOf(Line.TOO_MANY_TODAY));
            assertThat(rehearsal.apply()).isEqualTo(RunExit.TEMPORARY);
            execute(rehearsal, "DELETE FROM mergewell_schema WHERE version > 1");
            execute(rehearsal, "ALTER TABLE mergewell_job DROP COLUMN job_file");

            assertThat(rehearsal.apply()).isEqualTo(RunExit.DONE);

            Aftermath.of(rehearsal).isAllDone();
        }
    }

    private static void obstruct(Rehearsal rehearsal, @Nullable Path target) {
        try {
            Path reports = rehearsal.folder().resolve("reports/acme");
            String status = Files.readString(reports.resolve("status.json"));
            String run = JsonMapper.shared().readTree(status).path("runId").stringValue();
            Path snapshots = Files.createDirectories(reports.resolve(run)).resolve("snapshots.jsonl");
            if (target == null) {
                Files.createDirectory(snapshots);
            } else {
                Files.createSymbolicLink(snapshots, target);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folders of the apply runs so far. */
    private static List<Path> runs(Rehearsal rehearsal) throws IOException {
        try (Stream<Path> found = Files.list(rehearsal.folder().resolve("reports/acme"))) {
            return found.filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .toList();
        }
    }

    private static String modes(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
    }

    private static void execute(Rehearsal rehearsal, String statement) throws SQLException {
        try (Connection connection =
                DriverManager.getConnection(rehearsal.store().url())) {
            connection.createStatement().execute(statement);
        }
    }
}
