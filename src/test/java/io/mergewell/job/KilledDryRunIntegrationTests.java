package io.mergewell.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.apply.faults.Call;
import io.mergewell.apply.faults.CallKind;
import io.mergewell.apply.faults.FaultyCrm;
import io.mergewell.apply.faults.Held;
import io.mergewell.person.ContactValue;
import io.mergewell.sandbox.Sandbox;
import io.mergewell.sandbox.SandboxSettings;
import io.mergewell.sandbox.pipedrive.Limits;
import io.mergewell.store.Engine;
import io.mergewell.store.Store;
import io.mergewell.store.StoreSettings;
import io.mergewell.store.mirror.Mirror;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The packaged program is killed, stopped and started twice, on both databases. */
class KilledDryRunIntegrationTests {

    /** Every moment at which a dry run may die, in the order they come; each start dies at the next one. */
    private static final List<String> BOUNDARIES = List.of(
            "after-lock",
            "after-run-row",
            "after-recovery",
            "before-page-commit",
            "before-page-commit",
            "after-page-commit",
            "after-page-commit",
            "after-last-page-commit",
            "before-match-commit",
            "after-match-commit",
            "before-plan-commit",
            "after-plan-commit",
            "after-names-commit",
            "after-report-files",
            "before-report-commit",
            "after-report-commit");

    private static final int FIRST_READING = BOUNDARIES.indexOf("before-page-commit");
    private static final int PAGES = 3;
    private static final Turn TURN = Turn.today();
    private static final int KILLED = 137;
    private static final int STOPPED = 143;

    @TempDir
    private Path folder;

    private Sandbox sandbox;
    private FaultyCrm crm;
    private int forgotten;

    @BeforeAll
    static void unpack() throws Exception {
        ProgramJar.unpack();
    }

    @BeforeEach
    void serve() throws IOException {
        sandbox = Sandbox.start(
                SandboxSettings.in(folder.resolve("sandbox")).withPersons(1_010).withLimits(Limits.NONE));
        crm = new FaultyCrm(sandbox);
    }

    @AfterEach
    void stopServing() throws IOException {
        crm.close();
        sandbox.close();
    }

    /** The two databases share the moments. */
    @Test
    void endsWithTheSameReportWhereverItIsKilled() throws Exception {
        Workplace calm = workplace("calm", Engine.H2.fresh(folder.resolve("calm")));
        assertThat(calm.program().startFirst("dry-run", Workplace.JOB).exitCode())
                .isZero();
        for (Engine engine : Engine.values()) {
            Path place = Files.createDirectories(folder.resolve(engine.name()));
            StoreSettings store = engine.fresh(place);
            Workplace rough = workplace(engine.name(), store);
            List<String> boundaries = TURN.half(BOUNDARIES, engine.ordinal());
            assertGoesOnBehindTheLastCommit(boundaries, killed(rough, boundaries));

            ProgramJar.Running last = rough.program().start("dry-run", Workplace.JOB);
            assertThat(last.exitCode()).as("%s %s", TURN, last.text()).isZero();

            assertThat(rough.review()).isEqualTo(calm.review());
            assertThat(rough.groups()).isEqualTo(calm.groups());
            assertNothingPrivateWasSaid(rough, store);
        }
    }

    /** @return the first page that each start asked for */
    private List<String> killed(Workplace rough, List<String> boundaries) throws Exception {
        List<String> askedFirst = new ArrayList<>();
        for (String boundary : boundaries) {
            forgetPages();
            ProgramJar.Running run = rough.program().startDyingAt(boundary, "dry-run", Workplace.JOB);
            assertThat(run.exitCode())
                    .as("killed %s with %s: %s", boundary, TURN, run.text())
                    .isEqualTo(KILLED);
            askedFirst.add(pages().isEmpty() ? "none" : pages().get(0));
        }
        return askedFirst;
    }

    /** A start asks for the first page that is not committed, and for none once all are. */
    private static void assertGoesOnBehindTheLastCommit(List<String> boundaries, List<String> askedFirst) {
        Map<Integer, String> cursors = new HashMap<>();
        int committed = 0;
        for (int i = 0; i < boundaries.size(); i++) {
            String boundary = boundaries.get(i);
            boolean reads = committed < PAGES && BOUNDARIES.indexOf(boundary) >= FIRST_READING;
            String asked = askedFirst.get(i);
            assertThat(asked)
                    .as("%s in %s with %s", boundary, boundaries, TURN)
                    .isEqualTo(reads ? cursors.computeIfAbsent(committed, unused -> asked) : "none");
            if (reads && !boundary.equals("before-page-commit")) {
                committed = boundary.equals("after-page-commit") ? committed + 1 : PAGES;
            }
        }
        assertThat(cursors.values()).doesNotContain("none").doesNotHaveDuplicates();
        assertThat(cursors).containsEntry(0, "");
    }

    @ParameterizedTest
    @EnumSource
    void stopsWhenAskedAndLeavesTheJobToItsOneOwner(Engine engine) throws Exception {
        Workplace workplace = workplace("work", engine.fresh(folder.resolve("work")));
        Held secondPage = crm.hold(CallKind.READ, 2);
        ProgramJar.Running first = workplace.program().start("dry-run", Workplace.JOB);
        secondPage.awaitArrived(first.process());

        ProgramJar.Running second = workplace.program().start("dry-run", Workplace.JOB);
        assertThat(second.exitCode()).as(second.text()).isEqualTo(75);
        assertThat(second.text()).contains("Another run of job acme is at work");
        assertThat(pages()).hasSize(2);

        ProgramJar.Running status = workplace.program().start("status", Workplace.JOB);
        assertThat(status.exitCode()).as(status.text()).isZero();
        assertThat(status.text()).contains("500 persons read");

        first.process().destroy();
        first.process().destroy();
        assertThat(first.process().isAlive()).isTrue();
        secondPage.release();
        assertThat(first.exitCode()).as(first.text()).isEqualTo(STOPPED);

        forgetPages();
        ProgramJar.Running third = workplace.program().start("dry-run", Workplace.JOB);
        assertThat(third.exitCode()).as(third.text()).isZero();
        assertThat(pages()).hasSize(1).doesNotContain("");
    }

    @Test
    void saysThatTheDiskIsFullAndGoesOnOnceThereIsRoom() throws Exception {
        Workplace workplace = workplace("full", Engine.H2.fresh(folder.resolve("full")));
        ProgramJar.Running full = workplace.program().startOnSmallDisk(1_000, "dry-run", Workplace.JOB);
        assertThat(full.exitCode()).as(full.text()).isEqualTo(74);
        assertThat(full.text()).contains("cannot be written").doesNotContain("Exception");

        ProgramJar.Running again = workplace.program().start("dry-run", Workplace.JOB);
        assertThat(again.exitCode()).as(again.text()).isZero();
    }

    /** The cursors of the pages that were asked for; empty for a first page. */
    private List<String> pages() {
        List<Call> calls = crm.history().calls();
        return calls.subList(forgotten, calls.size()).stream()
                .map(Call::target)
                .filter(target -> target.startsWith("/api/v2/persons?") && !target.contains("ids="))
                .map(target -> target.contains("cursor=") ? target.replaceAll(".*cursor=([^&]*).*", "$1") : "")
                .toList();
    }

    private void forgetPages() {
        forgotten = crm.history().calls().size();
    }

    private Workplace workplace(String name, StoreSettings store) throws IOException {
        return new Workplace(
                Files.createDirectories(folder.resolve(name)),
                store,
                crm.baseUrl().toString(),
                sandbox.token());
    }

    private void assertNothingPrivateWasSaid(Workplace workplace, StoreSettings settings) throws IOException {
        String said = workplace.program().everythingSaid();
        try (Store store = Store.open(settings, "acme")) {
            List<String> batch = new ArrayList<>();
            for (String column : List.of("JOB_EXECUTION", "STEP_EXECUTION")) {
                batch.addAll(store.jdbc().queryForList("SELECT EXIT_MESSAGE FROM BATCH_" + column, String.class));
            }
            batch.addAll(
                    store.jdbc().queryForList("SELECT PARAMETER_VALUE FROM BATCH_JOB_EXECUTION_PARAMS", String.class));
            String everything = said + String.join("\n", batch);
            assertThat(everything).doesNotContain(sandbox.token());
            new Mirror(store).forEach(person -> {
                for (ContactValue email : person.emails()) {
                    assertThat(everything).doesNotContain(email.value());
                }
            });
        }
    }
}
