package io.mergewell.apply.act;

import io.mergewell.crm.Effect;
import io.mergewell.crm.SourcedPerson;
import io.mergewell.person.LinkedRecords;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.plan.ActionKind;
import io.mergewell.store.ledger.EffectKind;
import io.mergewell.store.ledger.EffectState;
import io.mergewell.store.ledger.Effects;
import io.mergewell.store.ledger.Ledger;
import io.mergewell.store.ledger.LedgerRow;
import io.mergewell.store.ledger.RowState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Applies approved rows, round by round: each round reads who is concerned, finds out what became of writes in doubt,
 * keeps snapshots, sends, and looks at what came of it. All it knows between two rounds is in the ledger.
 */
public final class Acting {

    /** The persons of so many rows are read with one call. */
    private static final int ROWS_PER_ROUND = 50;

    /** What was read longer ago is read again before it is relied on. */
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final Bench bench;
    private final Ledger ledger;
    private final Effects effects;
    private final Brakes brakes;
    private final Dispatch dispatch;
    private final Attempt attempt;
    private final RowBook book;
    private final Verification verification;
    private final Set<String> limits = new TreeSet<>();
    private long place;
    private boolean canaryLived;

    public Acting(Bench bench) {
        this.bench = bench;
        this.ledger = new Ledger(bench.store());
        this.effects = new Effects(bench.store());
        this.brakes = new Brakes(bench);
        this.dispatch = new Dispatch(bench, brakes);
        this.attempt = new Attempt(bench, dispatch);
        this.book = new RowBook(bench, brakes);
        this.verification = new Verification(bench, dispatch, book);
        this.canaryLived = effects.anyMergeSeen();
    }

    /**
     * One round. The first merge of a job's life has a round of its own: it is looked at before a second one is sent.
     *
     * @return whether there may be more to do
     * @throws io.mergewell.crm.CrmException if the CRM cannot be worked with; the ledger knows how far it came
     * @throws TooManyConflictsException if something else must be wrong
     * @throws ReversedMergeException if the CRM merges the other way round than it documents
     */
    public boolean round() {
        List<LedgerRow> open = ledger.open(place, canaryLived ? ROWS_PER_ROUND : 1);
        if (open.isEmpty()) {
            return false;
        }
        place = open.get(open.size() - 1).place();
        People now =
                People.read(bench.source(), Guard.concerned(open), bench.clock().instant());
        List<Verification.Done> before = new ArrayList<>();
        List<Round> rounds = new ArrayList<>();
        for (Map.Entry<String, List<LedgerRow>> group : byGroup(open).entrySet()) {
            Round round = new Round(approved(group.getValue().get(0)), group.getValue());
            round.reconcile(now);
            rounds.add(round);
            if (!round.done.isEmpty()) {
                before.add(new Verification.Done(round.group, List.copyOf(round.done)));
            }
        }
        verification.verify(before);
        act(rounds, now);
        if (!canaryLived) {
            requireCanary(open);
        }
        return true;
    }

    /** Looks once more at rows in doubt, and sends nothing for them: what was done late is verified and settled. */
    public void lookAgain() {
        List<LedgerRow> doubtful = ledger.open(0, Integer.MAX_VALUE).stream()
                .filter(row -> row.state() == RowState.UNKNOWN)
                .toList();
        if (doubtful.isEmpty()) {
            return;
        }
        People now = People.read(
                bench.source(), Guard.concerned(doubtful), bench.clock().instant());
        List<Verification.Done> late = new ArrayList<>();
        for (List<LedgerRow> rows : byGroup(doubtful).values()) {
            Round round = new Round(approved(rows.get(0)), rows);
            round.reconcile(now);
            if (!round.done.isEmpty()) {
                late.add(new Verification.Done(round.group, List.copyOf(round.done)));
            }
        }
        verification.verify(late);
    }

    /** Sentences on limits of the day that kept rows waiting; empty if none did. */
    public List<String> limits() {
        return List.copyOf(limits);
    }

    /** Deletions come last: a record may only go once the survivor was seen to hold what it holds. */
    private void act(List<Round> rounds, People read) {
        snapshot(rounds, read);
        People now = read;
        for (ActionKind kind : List.of(ActionKind.MERGE, ActionKind.DELETE)) {
            List<Verification.Done> done = new ArrayList<>();
            for (Round round : rounds) {
                if (round.has(kind) && now.olderThan(FRESH, bench.clock().instant())) {
                    now = People.read(
                            bench.source(), concerned(rounds), bench.clock().instant());
                }
                List<LedgerRow> sent = round.send(kind, now);
                if (!sent.isEmpty()) {
                    done.add(new Verification.Done(approved(sent.get(0)), sent));
                }
            }
            verification.verify(done);
        }
    }

    private void snapshot(List<Round> rounds, People now) {
        List<SourcedPerson> persons = rounds.stream()
                .flatMap(round -> Guard.concerned(round.waiting).stream())
                .flatMap(id -> now.find(id).stream())
                .toList();
        bench.snapshots().take(persons, bench.clock().instant());
    }

    private static List<PersonId> concerned(List<Round> rounds) {
        return rounds.stream()
                .flatMap(round -> Guard.concerned(round.waiting).stream())
                .distinct()
                .toList();
    }

    private ApprovedGroup approved(LedgerRow row) {
        return ApprovedGroup.of(
                ledger.group(row.planId(), row.groupId()), ledger.ofGroup(row.planId(), row.groupId()), bench.phones());
    }

    private void requireCanary(List<LedgerRow> tried) {
        canaryLived = effects.anyMergeSeen();
        if (canaryLived) {
            return;
        }
        tried.stream()
                .filter(row -> row.kind() == ActionKind.MERGE)
                .flatMap(row -> ledger.find(row.rowKey()).stream())
                .filter(row -> row.state() == RowState.APPLIED)
                .findFirst()
                .ifPresent(row -> {
                    throw new CanaryException(row.reason());
                });
    }

    private static Map<String, List<LedgerRow>> byGroup(List<LedgerRow> rows) {
        Map<String, List<LedgerRow>> groups = new LinkedHashMap<>();
        for (LedgerRow row : rows) {
            groups.computeIfAbsent(row.planId() + " " + row.groupId(), unused -> new ArrayList<>())
                    .add(row);
        }
        return groups;
    }

    /** One group within one round. */
    private final class Round {
        private final ApprovedGroup group;
        private final List<LedgerRow> waiting;
        private final List<LedgerRow> done = new ArrayList<>();

        Round(ApprovedGroup group, List<LedgerRow> rows) {
            this.group = group;
            this.waiting = new ArrayList<>(rows);
        }

        boolean has(ActionKind kind) {
            return waiting.stream().anyMatch(row -> row.kind() == kind);
        }

        /** What an earlier process sent: done rows are to be verified, the others may be sent. */
        void reconcile(People now) {
            for (LedgerRow row : List.copyOf(waiting)) {
                boolean wasDone = effects.of(row.rowKey()).stream()
                        .filter(effect -> effect.kind() != EffectKind.UPDATE)
                        .anyMatch(effect -> effect.state() == EffectState.APPLIED);
                boolean seen = Attempt.isDone(row, now) && attempt.wasEverInDoubt(row);
                if (seen) {
                    attempt.settleByReading(row);
                }
                if (wasDone || seen) {
                    done.add(row);
                    waiting.remove(row);
                }
            }
        }

        /** Sends what may be sent; the rows whose effect was done and is to be verified. */
        List<LedgerRow> send(ActionKind kind, People now) {
            List<LedgerRow> sent = new ArrayList<>();
            @Nullable Person survivor = null;
            for (LedgerRow row : List.copyOf(waiting)) {
                if (row.kind() != kind) {
                    continue;
                }
                Effect effect = effect(row);
                EffectKind effectKind = kind == ActionKind.MERGE ? EffectKind.MERGE : EffectKind.DELETE;
                Optional<String> brake =
                        brakes.against(effectKind, bench.writer().price(effect));
                if (brake.isPresent()) {
                    limits.add(brake.get());
                    return sent;
                }
                bench.waiter().await(Duration.ZERO);
                waiting.remove(row);
                @Nullable Person united = united(row, survivor, now);
                Optional<RowEnd> end = attempt(row, effect, united, now);
                if (end.isPresent()) {
                    book.settle(List.of(row), Map.of(row, end.get()), now);
                } else {
                    sent.add(row);
                    survivor = united;
                }
            }
            return sent;
        }

        private Optional<RowEnd> attempt(LedgerRow row, Effect effect, @Nullable Person united, People now) {
            if (row.kind() == ActionKind.DELETE
                    && now.has(row.absorbed())
                    && bench.writer().leads(row.absorbed()) > 0) {
                return Optional.of(RowEnd.conflict("Person " + row.absorbed() + " has leads by now: not deleted."));
            }
            LinkedRecords links =
                    united == null ? LinkedRecords.UNKNOWN : united.facts().links();
            try {
                return attempt.make(group, row, effect, links, now);
            } catch (ReversedMergeException e) {
                book.settle(
                        List.of(row),
                        Map.of(row, RowEnd.conflict(Objects.requireNonNullElse(e.getMessage(), "Reversed."))),
                        now);
                throw e;
            }
        }

        /** The survivor as it is to be expected after this row; null where nothing is merged or somebody is gone. */
        private @Nullable Person united(LedgerRow row, @Nullable Person survivor, People now) {
            PersonId id = row.survivor();
            Optional<SourcedPerson> absorbed = now.find(row.absorbed());
            if (row.kind() != ActionKind.MERGE || id == null || absorbed.isEmpty()) {
                return survivor;
            }
            @Nullable
            Person before = survivor != null
                    ? survivor
                    : now.find(id).map(SourcedPerson::person).orElse(null);
            return before == null
                    ? null
                    : group.rules().merged(before, absorbed.get().person());
        }

        private static Effect effect(LedgerRow row) {
            PersonId survivor = row.survivor();
            return row.kind() == ActionKind.MERGE && survivor != null
                    ? new Effect.Merge(row.absorbed(), survivor)
                    : new Effect.Delete(List.of(row.absorbed()));
        }
    }
}
