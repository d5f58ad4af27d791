package io.mergewell.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoreTests {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void opensWhatItCreated(Engine engine) {
        StoreSettings settings = engine.fresh(folder);
        try (Store store = Store.open(settings, "acme")) {
            store.write(() -> store.jdbc().update("INSERT INTO mergewell_shell VALUES (?, 1, '7')", store.job()));
        }
        try (Store store = Store.open(settings, "acme")) {
            assertThat(store.jdbc().queryForObject("SELECT person_id FROM mergewell_shell", String.class))
                    .isEqualTo("7");
        }
    }

    @ParameterizedTest
    @EnumSource
    void createsSpringBatchsTables(Engine engine) {
        try (Store store = Store.open(engine.fresh(folder), "acme")) {
            assertThat(store.jdbc().queryForObject("SELECT COUNT(*) FROM BATCH_STEP_EXECUTION_CONTEXT", Long.class))
                    .isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void goesOnWithAHalfCreatedSchema(Engine engine) throws SQLException {
        StoreSettings settings = engine.fresh(folder);
        Store.open(settings, "acme").close();
        try (Connection connection = DriverManager.getConnection(settings.url())) {
            connection.createStatement().execute("DELETE FROM mergewell_schema");
            connection.createStatement().execute("DROP TABLE mergewell_kept_apart");
            connection.createStatement().execute("DROP SEQUENCE BATCH_JOB_INSTANCE_SEQ");
        }
        try (Store store = Store.open(settings, "acme")) {
            assertThat(store.jdbc().queryForObject("SELECT COUNT(*) FROM mergewell_kept_apart", Long.class))
                    .isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesASecondOwnerOfTheJob(Engine engine) {
        StoreSettings settings = engine.fresh(folder);
        Store first = Store.open(settings, "acme");
        assertThatThrownBy(() -> Store.open(settings, "acme"))
                .isInstanceOf(StoreException.Locked.class)
                .hasMessage("Another run of job acme is at work and was left alone. Nothing was read or changed by this"
                        + " one; run again when it has ended.");
        first.close();
        Store.open(settings, "acme").close();
    }

    @Test
    void keepsJobsOfOneDatabaseApart() {
        StoreSettings settings = Engine.POSTGRES.fresh(folder);
        try (Store acme = Store.open(settings, "acme");
                Store other = Store.open(settings, "other")) {
            assertThat(acme.job()).isNotEqualTo(other.job());
        }
    }

    @ParameterizedTest
    @EnumSource
    void writesNothingOnceAnotherOwnerTookOver(Engine engine) {
        try (Store store = Store.open(engine.fresh(folder), "acme")) {
            store.jdbc().update("UPDATE mergewell_job SET fence = fence + 1");
            assertThatThrownBy(() -> store.write(
                            () -> store.jdbc().update("INSERT INTO mergewell_shell VALUES (?, 1, '7')", store.job())))
                    .isInstanceOf(StoreException.Locked.class)
                    .hasMessageContaining("taken this job over");
            assertThat(store.jdbc().queryForObject("SELECT COUNT(*) FROM mergewell_shell", Long.class))
                    .isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void leavesAStoreOfANewerVersionAsItIs(Engine engine) throws SQLException {
        StoreSettings settings = engine.fresh(folder);
        Store.open(settings, "acme").close();
        try (Connection connection = DriverManager.getConnection(settings.url())) {
            connection.createStatement().execute("INSERT INTO mergewell_schema VALUES (1000)");
        }
        assertThatThrownBy(() -> Store.open(settings, "acme"))
                .isInstanceOf(StoreException.Newer.class)
                .hasMessageContaining("was written by a newer Mergewell (its version is 1000, this one knows "
                        + Schema.VERSION + ")");
    }

    @Test
    void letsNobodyElseReadItsFiles() throws IOException {
        Path file = folder.resolve("store/acme.mv.db");
        Store.open(Engine.H2.fresh(folder), "acme").close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void leavesADamagedFileAsItIs() throws IOException {
        Path file = folder.resolve("store/acme.mv.db");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "no database at all ".repeat(1000));
        assertThatThrownBy(() -> Store.open(Engine.H2.fresh(folder), "acme"))
                .isInstanceOf(StoreException.Damaged.class)
                .hasMessageContaining(file.toString());
        assertThat(file).hasContent("no database at all ".repeat(1000));
    }

    @Test
    void saysWhatIsWrongWithAFolderThatIsNone() throws IOException {
        Files.writeString(folder.resolve("store"), "a file");
        assertThatThrownBy(() -> Store.open(Engine.H2.fresh(folder), "acme"))
                .isInstanceOf(StoreException.Unwritable.class)
                .hasMessageContaining("acme.mv.db");
    }

    @ParameterizedTest
    @CsvSource({"jdbc:h2:mem:acme", "jdbc:mysql://localhost/acme", "acme.db", "jdbc:h2:file:"})
    void acceptsNoOtherDatabases(String url) {
        assertThatThrownBy(() -> Store.open(new StoreSettings(url), "acme"))
                .isInstanceOf(StoreException.Misconfigured.class)
                .hasMessageContaining("store.url");
    }

    @Test
    void printsNoPassword() {
        StoreSettings settings = new StoreSettings("jdbc:postgresql://127.0.0.1:1/acme?user=ada&password=s3cret");
        assertThatThrownBy(() -> Store.open(settings, "acme"))
                .isInstanceOf(StoreException.Unreachable.class)
                .hasMessage("The database postgresql://127.0.0.1:1/acme does not answer (08001)."
                        + " What was committed is kept; run again when it is back.")
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//ada:s3cret@localhost/acme",
                "//ada:s3/cret@localhost/acme",
                "//ada:s3?cret@localhost/acme",
                "//ada:3?s3cret@localhost/acme",
                "//localhost:s3cret/acme",
                "ada:s3cret@localhost/acme"
            })
    void takesNoPasswordWhereItWouldBePrinted(String url) {
        StoreSettings settings = new StoreSettings("jdbc:postgresql:" + url);
        for (ThrowingCallable opening :
                List.<ThrowingCallable>of(() -> Store.open(settings, "acme"), () -> Store.look(settings, "acme"))) {
            assertThatThrownBy(opening)
                    .isInstanceOf(StoreException.Misconfigured.class)
                    .hasMessageContaining("?user=…&password=…")
                    .hasMessageNotContainingAny("ada", "s3", "cret")
                    .hasNoCause();
        }
        assertThat(Logger.getLogger("org.postgresql.Driver").isLoggable(Level.SEVERE))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"//localhost:99999/acme", "//localhost:0/acme"})
    void saysTheSameOfAUrlTheDriverRefusesHoweverItIsOpened(String url) {
        StoreSettings settings = new StoreSettings("jdbc:postgresql:" + url + "?password=s3cret");
        for (ThrowingCallable opening :
                List.<ThrowingCallable>of(() -> Store.open(settings, "acme"), () -> Store.look(settings, "acme"))) {
            assertThatThrownBy(opening)
                    .isInstanceOf(StoreException.Misconfigured.class)
                    .hasMessageStartingWith("The store postgresql:" + url + " cannot be opened (")
                    .hasMessageNotContaining("s3cret")
                    .hasNoCause();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "//localhost/acme?user=ada&password=p@ss=1 postgresql://localhost/acme",
                "//one:5432,two:5433/acme?ssl postgresql://one:5432,two:5433/acme",
                "//[::1]:5432/acme postgresql://[::1]:5432/acme",
                "acme postgresql:acme"
            })
    void describesADatabaseWithoutItsSettings(String url, String description) {
        assertThat(StoreAddress.of(new StoreSettings("jdbc:postgresql:" + url)).description())
                .isEqualTo(description);
    }

    @Test
    void namesTheDatabaseThatIsMissing() {
        String url = Engine.POSTGRES.fresh(folder).url().replaceAll("/store\\d+", "/nowhere");
        assertThatThrownBy(() -> Store.open(new StoreSettings(url), "acme"))
                .isInstanceOf(StoreException.Misconfigured.class)
                .hasMessageContaining("There is no database at");
    }

    @Test
    void neverDelaysWrites() {
        StoreSettings settings = new StoreSettings(Engine.H2.fresh(folder).url() + ";WRITE_DELAY=500");
        try (Store store = Store.open(settings, "acme")) {
            assertThat(settings(store, "WRITE_DELAY")).containsOnly("0");
        }
    }

    @Test
    void delaysWritesWhereThatIsAskedForAndNoLonger() {
        StoreSettings settings = Engine.H2.fresh(folder);
        try (Store store = Store.open(settings, "acme")) {
            store.commitSoon();
            assertThat(settings(store, "WRITE_DELAY")).containsOnly("500");
            store.commitAtOnce();
            assertThat(settings(store, "WRITE_DELAY")).containsOnly("0");
            store.commitSoon();
        }
        try (Store store = Store.open(settings, "acme")) {
            assertThat(settings(store, "WRITE_DELAY")).containsOnly("0");
        }
    }

    private static List<String> settings(Store store, String name) {
        return store.jdbc()
                .queryForList(
                        "SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = ?",
                        String.class,
                        name);
    }
}
