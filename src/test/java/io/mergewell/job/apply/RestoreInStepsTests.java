package io.mergewell.job.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergewell.apply.faults.CallKind;
import io.mergewell.apply.faults.Fault;
import io.mergewell.apply.faults.Line;
import io.mergewell.apply.faults.TenantSnapshot;
import io.mergewell.apply.restore.Prospect;
import io.mergewell.crm.CrmException;
import io.mergewell.job.RunExit;
import io.mergewell.person.PersonId;
import io.mergewell.review.summary.Summary;
import io.mergewell.sandbox.rogerroger.Uuids;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What was merged in steps comes out of the archive again; the copies of notes stay. */
class RestoreInStepsTests {

    private static final String DUPLICATE = Uuids.ofPerson(18);
    private static final String SURVIVOR = Uuids.ofPerson(50);

    @TempDir
    private Path folder;

    @Test
    void everybodyComesBackUnderTheOwnIdAndASecondTimeNothingIsDone() throws Exception {
        try (TenantRehearsal rehearsal = new TenantRehearsal(folder, TenantRehearsal.USUAL)) {
            Summary applied = rehearsal.run();

            Summary restored = rehearsal.restore(applied);

            assertThat(restored.exitCode()).isEqualTo(RunExit.DONE);
            assertThat(restored.counts().applied())
                    .isEqualTo(rehearsal.approved().size());
            assertThat(rehearsal.receipts(restored))
                    .contains("Person " + DUPLICATE + " is there again. With person " + SURVIVOR
                            + " stay the copies of 2 notes of it.");
            isAsBefore(rehearsal);
            int updates = rehearsal.tenant().calls(CallKind.UPDATE).size();
            assertThat(rehearsal.restore(applied).exitCode()).isEqualTo(RunExit.DONE);
            assertThat(rehearsal.tenant().calls(CallKind.UPDATE)).hasSize(updates);
        }
    }

    @Test
    void saysBeforehandWhatStaysAndChangesNothing() throws Exception {
        try (TenantRehearsal rehearsal = new TenantRehearsal(folder, TenantRehearsal.ONE)) {
            Summary applied = rehearsal.run();
            TenantSnapshot before = rehearsal.tenant().snapshot();

            Prospect prospect = rehearsal.look(applied);

            assertThat(prospect.sameIds()).isTrue();
            assertThat(prospect.people())
                    .containsExactly(
                            new Prospect.Lost(new PersonId(DUPLICATE), new PersonId(SURVIVOR), "2 copied notes"));
            assertThat(rehearsal.tenant().snapshot()).isEqualTo(before);
        }
    }

    /** The first update takes somebody out of the archive, the second one gives the survivor back what it held. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void goesOnWhereItWasStopped(int update) throws Exception {
        try (TenantRehearsal rehearsal = new TenantRehearsal(folder, TenantRehearsal.ONE)) {
            Summary applied = rehearsal.run();
            rehearsal.tenant().on(CallKind.UPDATE, update, Fault.insteadOf(Line.UNAUTHORISED));
            assertThatThrownBy(() -> rehearsal.restore(applied)).isInstanceOf(CrmException.Refused.class);

            assertThat(rehearsal.restore(applied).exitCode()).isEqualTo(RunExit.DONE);

            isAsBefore(rehearsal);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void findsOutWhatWasNotAnswered(int update) throws Exception {
        try (TenantRehearsal rehearsal = new TenantRehearsal(folder, TenantRehearsal.ONE)) {
            Summary applied = rehearsal.run();
            rehearsal.tenant().on(CallKind.UPDATE, update, Fault.after(Line.DROPPED));

            assertThat(rehearsal.restore(applied).exitCode()).isEqualTo(RunExit.DONE);

            isAsBefore(rehearsal);
            assertThat(rehearsal.tenant().calls(CallKind.UPDATE)).hasSize(3);
        }
    }

    @Test
    void leavesAsTheyAreThoseWhomSomebodyTookOutOfTheArchive() throws Exception {
        try (TenantRehearsal rehearsal = new TenantRehearsal(folder, TenantRehearsal.ONE)) {
            Summary applied = rehearsal.run();
            rehearsal.tenant().edit(DUPLICATE, "{\"archivedAt\":null,\"initials\":\"Q.\"}");

            assertThat(rehearsal.restore(applied).exitCode()).isEqualTo(RunExit.DONE);

            JsonNode now = rehearsal.tenant().snapshot().people().get(DUPLICATE);
            assertThat(now.path("initials").asString()).isEqualTo("Q.");
        }
    }

    /** But for the copies of notes, which nothing documented deletes. */
    private static void isAsBefore(TenantRehearsal rehearsal) {
        TenantSnapshot before = rehearsal.before();
        TenantSnapshot now = rehearsal.tenant().snapshot();
        Set<String> people = before.people().keySet();
        assertThat(people).noneMatch(now::isArchived);
        assertThat(people).allSatisfy(person -> {
            assertThat(now.values(person)).isEqualTo(before.values(person));
            assertThat(now.notes().get(person)).containsAll(before.notes().get(person));
        });
        TenantAftermath.of(rehearsal).isNobodyGone();
    }
}
