package io.mergewell.cli.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.job.status.standing.InboxStanding;
import io.mergewell.job.status.standing.MirrorStanding;
import io.mergewell.job.status.standing.PlanStanding;
import io.mergewell.job.status.standing.Standing;
import io.mergewell.job.status.standing.TodayStanding;
import io.mergewell.person.PersonId;
import io.mergewell.plan.ActionKind;
import io.mergewell.plan.Decision;
import io.mergewell.store.ledger.LedgerRow;
import io.mergewell.store.ledger.OpenRows;
import io.mergewell.store.ledger.RowState;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class StandingTextTests {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant NIGHT = Instant.parse("2026-11-22T03:00:00Z");
    private static final TodayStanding TODAY = new TodayStanding(
            "2026-11-22",
            new TodayStanding.Cap(12, 500),
            new TodayStanding.Cap(0, 500),
            new TodayStanding.Cap(380, 20_000));
    private static final InboxStanding EMPTY = new InboxStanding(Path.of("inbox/acme"), List.of(), 0, null);
    private static final OpenRows NONE = new OpenRows(0, 0, 0, List.of(), new TreeSet<>());

    @Test
    void saysEverythingThatSomebodyWouldOtherwiseLookUpInTheDatabase() {
        LedgerRow unknown = new LedgerRow(
                "r0b",
                2,
                "p1",
                "g1",
                ActionKind.MERGE,
                new PersonId("7"),
                new PersonId("3"),
                RowState.UNKNOWN,
                "The answer did not come.",
                false,
                "",
                "",
                "run");
        LedgerRow approved = LedgerRow.approved(
                "r0a", "p1", "g1", ActionKind.DELETE, new PersonId("9"), null, "a reviewer", "a note");
        LedgerRow begun = LedgerRow.approved(
                "r0c", "p1", "g1", ActionKind.MERGE, new PersonId("8"), new PersonId("3"), "a reviewer", "");
        Standing standing = new Standing(
                new MirrorStanding(
                        12_500, NIGHT, NIGHT.minusSeconds(86_400), NIGHT.plusSeconds(6 * 86_400), null, null),
                new PlanStanding(
                        "p1",
                        NIGHT,
                        NIGHT.plusSeconds(14 * 86_400),
                        true,
                        new PlanStanding.Counts(9, 1, 8, 1, 2, 3, 8)),
                new OpenRows(10, 1, 2, List.of(approved, begun, unknown), new TreeSet<>(Set.of("r0c", "r0b"))),
                new InboxStanding(Path.of("inbox/acme"), List.of(Path.of("inbox/acme/a.csv")), 0, null),
                TODAY,
                new TreeMap<>(Map.of(Decision.HOLD, 3L, Decision.APPROVE, 1_200L)));

        assertThat(new StandingText(standing, NOW).lines())
                .containsExactly(
                        "Mirror: 12,500 persons, as of 2026-11-22 03:00 (9 hours ago); everybody was read last at"
                                + " 2026-11-21 03:00, and is again from 2026-11-28 03:00 on.",
                        "Plan p1: 9 groups and 1 empty record; 8 merges, 1 delete, 2 for people; 3 AUTO, 8 REVIEW. Frozen"
                                + " at 2026-11-22 03:00 (9 hours ago); can be applied until 2026-12-06 03:00.",
                        "Inbox inbox/acme: 1 decided review for the next apply.",
                        "  a.csv",
                        "Open rows, the first approved first:",
                        "  r0a  APPROVED  delete  not begun, or in the midst of it",
                        "  r0c  APPROVED  merge   a call was sent whose outcome is not known",
                        "  r0b  UNKNOWN   merge   The answer did not come.",
                        "  and 8 more",
                        "Today (2026-11-22): 12 of 500 merges, 0 of 500 deletes, 380 of 20,000 tokens used by apply;"
                                + " 488 merges, 500 deletes and 19,620 tokens left.",
                        "Decisions remembered: 1,200 APPROVE, 3 HOLD.");
    }

    @Test
    void saysWhatIsWrongWithMirrorPlanAndInbox() {
        Standing standing = new Standing(
                new MirrorStanding(12_500, null, NIGHT, null, 500L, 40L),
                new PlanStanding("p1", NIGHT, NIGHT.plusSeconds(60), false, null),
                NONE,
                new InboxStanding(Path.of("inbox/acme"), List.of(), 0, "a.csv: no review"),
                TODAY,
                new TreeMap<>());

        assertThat(new StandingText(standing, NOW).lines())
                .startsWith(
                        "Mirror: 12,500 persons, as of 2026-11-22 03:00 (9 hours ago); everybody was read last at"
                                + " 2026-11-22 03:00, and is at the next read; a read has begun and not ended, 500"
                                + " persons so far; the last full read found only 40, which is believed if the next one"
                                + " does, too.",
                        "Plan p1: Frozen at 2026-11-22 03:00 (9 hours ago); could be applied until 2026-11-22 03:01: a"
                                + " dry run makes a new one.",
                        "Inbox inbox/acme: apply would refuse it.",
                        "  a.csv: no review");
    }

    @Test
    void doesNotBoastOfAMirrorThatNeverWasWhole() {
        Standing standing = new Standing(
                new MirrorStanding(0, null, null, null, 1L, null), null, NONE, EMPTY, TODAY, new TreeMap<>());

        assertThat(new StandingText(standing, NOW).lines())
                .startsWith(
                        "Mirror: never whole yet; a read has begun and not ended, 1 person so far.",
                        "Inbox inbox/acme: nothing waits.");
    }
}
