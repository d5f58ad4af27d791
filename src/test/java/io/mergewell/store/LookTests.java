package io.mergewell.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergewell.store.mirror.Mirror;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Looking at a store that belongs to somebody else, or to nobody. */
class LookTests {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void changesNothing(Engine engine) throws IOException, SQLException {
        StoreSettings settings = written(engine);
        byte[] file = engine == Engine.H2 ? Files.readAllBytes(folder.resolve("store/acme.mv.db")) : new byte[0];

        try (Store look = Store.look(settings, "acme").orElseThrow()) {
            assertThat(look.jdbc().queryForObject("SELECT person_id FROM mergewell_shell", String.class))
                    .isEqualTo("7");
            assertThatThrownBy(() -> look.write(() -> {})).isInstanceOf(IllegalStateException.class);
            assertThat(look.isAtWork()).isFalse();
            assertThat(look.isOutdated()).isFalse();
        }

        if (engine == Engine.H2) {
            assertThat(folder.resolve("store/acme.mv.db")).hasBinaryContent(file);
        }
        assertThat(number(settings, "SELECT fence FROM mergewell_job")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void findsNothingWhereTheJobHasNeverRun(Engine engine) {
        StoreSettings settings = engine.fresh(folder);
        assertThat(Store.look(settings, "acme")).isEmpty();
        assertThat(folder.resolve("store")).doesNotExist();

        Store.open(settings, "other").close();
        assertThat(Store.look(settings, "acme")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void leavesAnOlderStoreAsItIs(Engine engine) throws SQLException {
        StoreSettings settings = written(engine);
        execute(settings, "DELETE FROM mergewell_schema WHERE version > 1");
        execute(settings, "ALTER TABLE mergewell_job DROP COLUMN job_file");

        try (Store look = Store.look(settings, "acme").orElseThrow()) {
            assertThat(look.isOutdated()).isTrue();
        }

        assertThat(number(settings, "SELECT MAX(version) FROM mergewell_schema"))
                .isEqualTo(1);
        Store.open(settings, "acme").close();
        assertThat(number(settings, "SELECT COUNT(job_file) FROM mergewell_job"))
                .isZero();
    }

    @ParameterizedTest
    @EnumSource
    void refusesANewerStore(Engine engine) throws SQLException {
        StoreSettings settings = written(engine);
        execute(settings, "INSERT INTO mergewell_schema VALUES (1000)");
        assertThatThrownBy(() -> Store.look(settings, "acme"))
                .isInstanceOf(StoreException.Newer.class)
                .hasMessageContaining("was written by a newer Mergewell (its version is 1000");
    }

    @Test
    void disturbsNoRunOnPostgres() {
        StoreSettings settings = written(Engine.POSTGRES);
        try (Store run = Store.open(settings, "acme");
                Store look = Store.look(settings, "acme").orElseThrow()) {
            assertThat(look.isAtWork()).isTrue();
            run.write(() -> run.jdbc().update("DELETE FROM mergewell_shell"));
            assertThat(look.jdbc().queryForObject("SELECT COUNT(*) FROM mergewell_shell", Long.class))
                    .isZero();
            look.giveWay();
        }
        try (Store look = Store.look(settings, "acme").orElseThrow()) {
            assertThat(look.isAtWork()).isFalse();
        }
    }

    @Test
    void isRefusedWhileARunHasTheFile() {
        StoreSettings settings = written(Engine.H2);
        try (Store run = Store.open(settings, "acme")) {
            assertThat(run.isAtWork()).isTrue();
            assertThatThrownBy(() -> Store.look(settings, "acme")).isInstanceOf(StoreException.Locked.class);
        }
    }

    @Test
    void seesOnlyWhatWasCommittedBeforeAKill() {
        StoreSettings settings = written(Engine.H2);
        Path killed = folder.resolve("killed.mv.db");
        try (Store run = Store.open(settings, "acme")) {
            run.write(() -> run.jdbc().update("UPDATE mergewell_shell SET person_id = '8'"));
            run.write(() -> {
                run.jdbc().update("UPDATE mergewell_shell SET person_id = '9'");
                copy(folder.resolve("store/acme.mv.db"), killed);
            });
        }
        StoreSettings copy = new StoreSettings("jdbc:h2:file:" + folder.resolve("killed"));

        try (Store look = Store.look(copy, "acme").orElseThrow()) {
            assertThat(look.jdbc().queryForObject("SELECT person_id FROM mergewell_shell", String.class))
                    .isEqualTo("8");
        }
    }

    @Test
    void isRefusedWhileAnotherMendsWhatAKillLeft() throws IOException {
        StoreSettings settings = written(Engine.H2);
        try (Store run = Store.open(settings, "acme")) {
            assertThat(run.job()).isPositive();
            copy(folder.resolve("store/acme.mv.db"), folder.resolve("killed.mv.db"));
        }
        StoreSettings killed = new StoreSettings("jdbc:h2:file:" + folder.resolve("killed"));
        try (FileChannel mending = FileChannel.open(
                        folder.resolve("killed.mv.db"), StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = mending.lock()) {
            assertThat(lock.isShared()).isFalse();
            assertThatThrownBy(() -> Store.look(killed, "acme"))
                    .isInstanceOf(StoreException.Locked.class)
                    .hasMessage("Another process has the store " + folder.resolve("killed.mv.db")
                            + " open and was left alone. Nothing was read or changed; run again when it has ended.");
        }
        try (Store look = Store.look(killed, "acme").orElseThrow();
                Store other = Store.look(killed, "acme").orElseThrow()) {
            assertThat(look.job()).isEqualTo(other.job());
        }
        assertThat(H2Header.isClean(folder.resolve("killed.mv.db"))).isTrue();
    }

    /** H2 cannot open such a file read-only: it mends it first. */
    @Test
    void findsNothingInAFileThatARunWasKilledWhileCreating() throws IOException {
        Path file = Files.createDirectories(folder.resolve("store")).resolve("acme.mv.db");
        Path open = folder.resolve("open.mv.db");
        try (MVStore begun = MVStore.open(open.toString())) {
            begun.commit();
            copy(open, file);
        }

        assertThat(Store.look(Engine.H2.fresh(folder), "acme")).isEmpty();

        Store.open(Engine.H2.fresh(folder), "acme").close();
    }

    @Test
    void knowsAFileThatWasClosedProperly() {
        StoreSettings settings = written(Engine.H2);
        Path file = folder.resolve("store/acme.mv.db");
        assertThat(H2Header.isClean(file)).isTrue();
        try (Store run = Store.open(settings, "acme")) {
            assertThat(run.job()).isPositive();
            copy(file, folder.resolve("killed.mv.db"));
        }
        assertThat(H2Header.isClean(folder.resolve("killed.mv.db"))).isFalse();
        assertThat(H2Header.isClean(folder.resolve("none"))).isFalse();
    }

    @Test
    @Timeout(20)
    void makesARunWaitAndNotFail() throws Exception {
        StoreSettings settings = written(Engine.H2);
        FileTime before = FileTime.fromMillis(0);
        Files.setLastModifiedTime(lockFile(), before);
        CompletableFuture<Store> run;
        try (FileChannel look = lookOfAnotherProcess()) {
            run = CompletableFuture.supplyAsync(() -> Store.open(settings, "acme"));
            while (Files.getLastModifiedTime(lockFile()).equals(before)) {
                Thread.onSpinWait();
            }
            assertThat(run).isNotDone();
            assertThat(look.isOpen()).isTrue();
        }
        run.get(15, TimeUnit.SECONDS).close();
    }

    @Test
    void makesNoRunWaitForever() throws IOException {
        StoreSettings impatient = new StoreSettings(written(Engine.H2).url(), Duration.ofMillis(250));
        try (FileChannel look = lookOfAnotherProcess()) {
            assertThat(look.isOpen()).isTrue();
            assertThatThrownBy(() -> Store.open(impatient, "acme"))
                    .isInstanceOf(StoreException.Locked.class)
                    .hasMessageContaining("Another process has the store");
        }
        Store.open(impatient, "acme").close();
    }

    @Test
    void givesWayToARunThatComes() throws IOException {
        StoreSettings settings = written(Engine.H2);
        try (Store look = Store.look(settings, "acme").orElseThrow()) {
            Mirror mirror = new Mirror(look);
            mirror.forEach(person -> {});
            Files.setLastModifiedTime(lockFile(), FileTime.fromMillis(1_000));
            assertThatThrownBy(() -> mirror.forEach(person -> {}))
                    .isInstanceOf(StoreException.Locked.class)
                    .hasMessageContaining("A run of the job has begun");
        }
    }

    private StoreSettings written(Engine engine) {
        StoreSettings settings = engine.fresh(folder);
        try (Store store = Store.open(settings, "acme")) {
            store.write(() -> store.jdbc().update("INSERT INTO mergewell_shell VALUES (?, 1, '7')", store.job()));
        }
        return settings;
    }

    private Path lockFile() {
        return folder.resolve("store/acme.lock");
    }

    /** H2's lock on its file, as another process that looks has it. */
    private FileChannel lookOfAnotherProcess() throws IOException {
        FileChannel channel = FileChannel.open(folder.resolve("store/acme.mv.db"), StandardOpenOption.READ);
        FileLock lock = channel.lock(0, Long.MAX_VALUE, true);
        assertThat(lock.isShared()).isTrue();
        return channel;
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(StoreSettings settings, String command) throws SQLException {
        try (Connection connection = DriverManager.getConnection(settings.url())) {
            connection.createStatement().execute(command);
        }
    }

    private static long number(StoreSettings settings, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(settings.url());
                ResultSet result = connection.createStatement().executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }
}
