package io.mergewell.apply.act;

import io.mergewell.apply.Rounds;
import io.mergewell.apply.act.doubt.Doubt;
import io.mergewell.apply.act.doubt.Guard;
import io.mergewell.apply.act.doubt.People;
import io.mergewell.apply.act.send.Bench;
import io.mergewell.apply.act.send.Brakes;
import io.mergewell.apply.act.send.Dispatch;
import io.mergewell.apply.act.send.ReversedMergeException;
import io.mergewell.apply.act.send.TooManyConflictsException;
import io.mergewell.apply.act.settle.RowBook;
import io.mergewell.apply.act.settle.Verification;
import io.mergewell.apply.approved.RowEnd;
import io.mergewell.crm.CrmException;
import io.mergewell.crm.SourcedPerson;
import io.mergewell.crm.write.PersonDeletion;
import io.mergewell.person.PersonId;
import io.mergewell.plan.ActionKind;
import io.mergewell.store.FailPoint;
import io.mergewell.store.ledger.Ledger;
import io.mergewell.store.ledger.LedgerRow;
import io.mergewell.store.ledger.RowState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/**
 * Applies approved rows, round by round: each round reads who is concerned, finds out what became of writes in doubt,
 * keeps snapshots, sends, and looks at what came of it. All it knows between two rounds is in the ledger.
 */
public final class Acting implements Rounds {

    private static final int MOST_ROWS_PER_ROUND = 50;

    private final Bench bench;
    private final Ledger ledger;
    private final Means means;
    private final RowBook book;
    private final Dispatch dispatch;
    private final BulkDeletion deletions;
    private final Canary canary;
    private final Verification verification;
    private final Set<String> limits = new TreeSet<>();
    private long place;

    public Acting(Bench bench) {
        this.bench = bench;
        Brakes brakes = new Brakes(bench);
        Dispatch dispatch = new Dispatch(bench, brakes);
        this.book = new RowBook(bench, brakes);
        Doubt doubt = new Doubt(bench);
        this.verification = new Verification(bench, dispatch, book, doubt);
        this.means = Means.of(bench, brakes, dispatch, doubt, book, limits);
        this.ledger = means.ledger();
        this.dispatch = dispatch;
        this.deletions = new BulkDeletion(means, dispatch);
        this.canary = new Canary(ledger, means.effects());
    }

    /**
     * One round. The first merge of a job's life has a round of its own: it is looked at before a second one is sent.
     *
     * @return whether there may be more to do
     * @throws io.mergewell.crm.CrmException if the CRM cannot be worked with; the ledger knows how far it came
     * @throws TooManyConflictsException if something else must be wrong
     * @throws ReversedMergeException if the CRM merges the other way round than it documents
     */
    @Override
    public boolean round() {
        return reversalsSettled(this::nextRound);
    }

    private boolean nextRound() {
        if (!limits.isEmpty()) {
            return false;
        }
        List<LedgerRow> open = OpenRows.apart(nextRows());
        if (open.isEmpty()) {
            return false;
        }
        place = open.get(open.size() - 1).place();
        People now = means.read(Guard.concerned(open));
        List<Verification.Done> before = new ArrayList<>();
        List<GroupRound> rounds = reconciled(open, now, before);
        if (before.isEmpty()) {
            act(rounds, now);
        } else {
            verification.verify(before);
            rounds.forEach(GroupRound::reload);
            act(rounds, means.read(concerned(rounds)));
        }
        dispatch.countReads();
        canary.require(open);
        return true;
    }

    /** Deletions in a row are as many as one call takes, since each is read once more just before it is sent. */
    private List<LedgerRow> nextRows() {
        int few = rowsPerRound();
        int together =
                bench.writer().deletion().map(PersonDeletion::deletesAtOnce).orElse(0);
        List<LedgerRow> next = ledger.open(place, Math.max(few, together));
        long deletions =
                next.stream().takeWhile(row -> row.kind() == ActionKind.DELETE).count();
        return canary.allowed(next.stream().limit(Math.max(few, deletions)).toList());
    }

    /** A row is about two persons, and all are read before anything is sent for one of them. */
    private int rowsPerRound() {
        return Math.max(1, Math.min(MOST_ROWS_PER_ROUND, bench.source().freshAtOnce() / 2));
    }

    /**
     * Looks once more at rows in doubt, and merges and deletes nothing for them: what was done late is verified, brought
     * to what was promised, and settled.
     *
     * @return whether anything was
     * @throws io.mergewell.crm.CrmException if the CRM cannot be worked with
     * @throws ReversedMergeException if the CRM merges the other way round than it documents
     */
    @Override
    public boolean lookAgain() {
        return reversalsSettled(this::lookAtDoubtful);
    }

    private boolean lookAtDoubtful() {
        List<LedgerRow> doubtful = ledger.open(0, Integer.MAX_VALUE).stream()
                .filter(row -> row.state() == RowState.UNKNOWN)
                .toList();
        if (doubtful.isEmpty()) {
            return false;
        }
        People now = means.read(Guard.concerned(doubtful));
        List<Verification.Done> late = new ArrayList<>();
        reconciled(doubtful, now, late);
        verification.verify(late);
        return !late.isEmpty();
    }

    /** @param done takes what earlier calls are seen to have done */
    private List<GroupRound> reconciled(List<LedgerRow> open, People now, List<Verification.Done> done) {
        List<GroupRound> rounds = new ArrayList<>();
        for (List<LedgerRow> rows : OpenRows.byGroup(open)) {
            GroupRound round = new GroupRound(means, rows);
            round.reconcile(now);
            round.takeDone(done);
            rounds.add(round);
        }
        return rounds;
    }

    /** A merge that was reversed ends its row in conflict, wherever it was found out. */
    private boolean reversalsSettled(BooleanSupplier work) {
        try {
            return work.getAsBoolean();
        } catch (ReversedMergeException reversed) {
            try {
                String reason = Objects.requireNonNullElse(reversed.getMessage(), "The merge was reversed.");
                book.settle(reversed.row(), RowEnd.conflict(reason), People.NOBODY);
            } catch (TooManyConflictsException e) {
                reversed.addSuppressed(e);
            }
            throw reversed;
        }
    }

    @Override
    public List<String> limits() {
        return List.copyOf(limits);
    }

    /** Deletions come last: a record may only go once the survivor was seen to hold what it holds. */
    private void act(List<GroupRound> rounds, People read) {
        snapshot(rounds, read);
        FailPoint.hit("after-snapshots");
        People now = read;
        now = send(new Way.Merging(bench.writer()), rounds, now);
        Optional<PersonDeletion> deletion = bench.writer().deletion();
        if (deletion.isPresent()) {
            send(new Way.Deleting(deletion.get()), rounds, now);
        } else {
            for (GroupRound round : rounds) {
                round.giveUpDeletions(now);
            }
        }
    }

    /** @return the persons as they were read last */
    private People send(Way way, List<GroupRound> rounds, People read) {
        People now = read;
        List<Verification.Done> done = new ArrayList<>();
        try {
            if (way instanceof Way.Deleting deleting) {
                deletions.send(deleting, rounds);
            }
            for (GroupRound round : rounds) {
                if (round.has(way.kind())
                        && now.olderThan(People.FRESH, bench.clock().instant())) {
                    now = means.read(concerned(rounds));
                }
                round.send(way, now);
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
        return now;
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
}
