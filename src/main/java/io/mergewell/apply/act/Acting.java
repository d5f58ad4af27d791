package io.mergewell.apply.act;

import io.mergewell.crm.CrmException;
import io.mergewell.crm.SourcedPerson;
import io.mergewell.person.PersonId;
import io.mergewell.plan.ActionKind;
import io.mergewell.store.FailPoint;
import io.mergewell.store.ledger.Crosswalk;
import io.mergewell.store.ledger.EffectKind;
import io.mergewell.store.ledger.EffectState;
import io.mergewell.store.ledger.Effects;
import io.mergewell.store.ledger.Ledger;
import io.mergewell.store.ledger.LedgerRow;
import io.mergewell.store.ledger.RowState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Applies approved rows, round by round: each round reads who is concerned, finds out what became of writes in doubt,
 * keeps snapshots, sends, and looks at what came of it. All it knows between two rounds is in the ledger.
 */
public final class Acting {

    /** The persons of so many rows are read with one call. */
    private static final int ROWS_PER_ROUND = 50;

    private final Bench bench;
    private final Ledger ledger;
    private final Effects effects;
    private final GroupRound.Means means;
    private final Dispatch dispatch;
    private final Verification verification;
    private final Set<String> limits = new TreeSet<>();
    private long place;
    private boolean canaryLived;

    public Acting(Bench bench) {
        this.bench = bench;
        this.ledger = new Ledger(bench.store());
        this.effects = new Effects(bench.store());
        Brakes brakes = new Brakes(bench);
        Dispatch dispatch = new Dispatch(bench, brakes);
        RowBook book = new RowBook(bench, brakes);
        Doubt doubt = new Doubt(bench);
        this.verification = new Verification(bench, dispatch, book);
        this.means = new GroupRound.Means(
                bench,
                ledger,
                effects,
                brakes,
                new Attempt(bench, dispatch, doubt),
                doubt,
                new Objections(bench, doubt),
                new Crosswalk(bench.store()),
                book,
                limits);
        this.dispatch = dispatch;
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
        List<LedgerRow> open =
                limits.isEmpty() ? apart(ledger.open(place, canaryLived ? ROWS_PER_ROUND : 1)) : List.of();
        if (open.isEmpty()) {
            return false;
        }
        place = open.get(open.size() - 1).place();
        People now =
                People.read(bench.source(), Guard.concerned(open), bench.clock().instant());
        List<Verification.Done> before = new ArrayList<>();
        List<GroupRound> rounds = new ArrayList<>();
        for (Map.Entry<String, List<LedgerRow>> group : byGroup(open).entrySet()) {
            GroupRound round = new GroupRound(means, group.getValue());
            round.reconcile(now);
            rounds.add(round);
            if (!round.done().isEmpty()) {
                before.add(new Verification.Done(round.group(), round.done()));
            }
        }
        if (before.isEmpty()) {
            act(rounds, now);
        } else {
            verification.verify(before);
            rounds.forEach(GroupRound::reload);
            act(
                    rounds,
                    People.read(bench.source(), concerned(rounds), bench.clock().instant()));
        }
        dispatch.countReads();
        if (!canaryLived) {
            requireCanary(open);
        }
        return true;
    }

    /**
     * Looks once more at rows in doubt, and sends nothing for them: what was done late is verified and settled.
     *
     * @return whether anything was
     */
    public boolean lookAgain() {
        List<LedgerRow> doubtful = ledger.open(0, Integer.MAX_VALUE).stream()
                .filter(row -> row.state() == RowState.UNKNOWN)
                .toList();
        if (doubtful.isEmpty()) {
            return false;
        }
        People now = People.read(
                bench.source(), Guard.concerned(doubtful), bench.clock().instant());
        List<Verification.Done> late = new ArrayList<>();
        for (List<LedgerRow> rows : byGroup(doubtful).values()) {
            GroupRound round = new GroupRound(means, rows);
            round.reconcile(now);
            if (!round.done().isEmpty()) {
                late.add(new Verification.Done(round.group(), round.done()));
            }
        }
        verification.verify(late);
        return !late.isEmpty();
    }

    /** Sentences on limits of the day that kept rows waiting; empty if none did. */
    public List<String> limits() {
        return List.copyOf(limits);
    }

    /** Deletions come last: a record may only go once the survivor was seen to hold what it holds. */
    private void act(List<GroupRound> rounds, People read) {
        snapshot(rounds, read);
        FailPoint.hit("after-snapshots");
        People now = read;
        for (ActionKind kind : List.of(ActionKind.MERGE, ActionKind.DELETE)) {
            List<Verification.Done> done = new ArrayList<>();
            try {
                for (GroupRound round : rounds) {
                    if (round.has(kind)
                            && now.olderThan(People.FRESH, bench.clock().instant())) {
                        now = People.read(
                                bench.source(), concerned(rounds), bench.clock().instant());
                    }
                    round.send(kind, now);
                    round.takeSent(done);
                }
            } catch (CrmException.Temporary
                    | CrmException.Refused
                    | CrmException.BrokenContract
                    | TooManyConflictsException e) {
                finish(rounds, done, e);
                throw e;
            }
            verification.verify(done);
            rounds.forEach(GroupRound::reload);
        }
    }

    /** What was done is looked at before the run ends early, as far as the CRM still lets us. */
    private void finish(List<GroupRound> rounds, List<Verification.Done> done, RuntimeException end) {
        rounds.forEach(round -> round.takeSent(done));
        try {
            verification.verify(done);
        } catch (CrmException e) {
            end.addSuppressed(e);
        }
    }

    /** Two groups that share a person come one after the other: what one does changes what the other is about. */
    private static List<LedgerRow> apart(List<LedgerRow> open) {
        Map<PersonId, String> taken = new HashMap<>();
        List<LedgerRow> apart = new ArrayList<>();
        for (LedgerRow row : open) {
            String group = row.planId() + " " + row.groupId();
            for (PersonId person : Guard.concerned(List.of(row))) {
                if (!taken.computeIfAbsent(person, unused -> group).equals(group)) {
                    return apart;
                }
            }
            apart.add(row);
        }
        return apart;
    }

    private void snapshot(List<GroupRound> rounds, People now) {
        List<SourcedPerson> persons = rounds.stream()
                .flatMap(round -> Guard.concerned(round.waiting()).stream())
                .flatMap(id -> now.find(id).stream())
                .toList();
        bench.snapshots().take(persons, bench.clock().instant());
    }

    private static List<PersonId> concerned(List<GroupRound> rounds) {
        return rounds.stream()
                .flatMap(round -> Guard.concerned(round.waiting()).stream())
                .distinct()
                .toList();
    }

    private void requireCanary(List<LedgerRow> tried) {
        canaryLived = effects.anyMergeSeen();
        if (canaryLived) {
            return;
        }
        tried.stream()
                .filter(row -> effects.of(row.rowKey()).stream()
                        .anyMatch(
                                effect -> effect.kind() == EffectKind.MERGE && effect.state() != EffectState.REJECTED))
                .flatMap(row -> ledger.find(row.rowKey()).stream())
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
}
