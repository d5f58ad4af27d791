package io.mergewell.apply.act;

import io.mergewell.apply.act.doubt.Guard;
import io.mergewell.apply.act.doubt.People;
import io.mergewell.apply.act.send.Backoff;
import io.mergewell.apply.act.send.Dispatch;
import io.mergewell.crm.CrmException;
import io.mergewell.crm.write.Reply;
import io.mergewell.person.PersonId;
import io.mergewell.store.ledger.EffectKind;
import io.mergewell.store.ledger.LedgerRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Deletes the records of several rows with one call, where the system has such a call. Each row is judged as if it were
 * alone, and has an intent and an outcome of its own. What this leaves is deleted one by one.
 */
final class BulkDeletion {

    private static final int MOST_TRIES = 3;

    private final Means means;
    private final Dispatch dispatch;

    BulkDeletion(Means means, Dispatch dispatch) {
        this.means = means;
        this.dispatch = dispatch;
    }

    /** A row and the group it is of. */
    private record Candidate(GroupRound round, LedgerRow row) {}

    /** Deletes what may go; rows that were done wait in their rounds to be verified. */
    void send(Way.Deleting way, List<GroupRound> rounds) {
        int most = way.deletion().deletesAtOnce();
        List<Candidate> candidates = rounds.stream()
                .flatMap(round -> round.deletable().stream().map(row -> new Candidate(round, row)))
                .toList();
        for (int from = 0; most > 1 && from < candidates.size(); from += most) {
            sendTogether(way, candidates.subList(from, Math.min(from + most, candidates.size())));
        }
    }

    /** Leads are dear to count, and are counted once a call, which may be after minutes of waiting; the rest just before. */
    private void sendTogether(Way.Deleting way, List<Candidate> candidates) {
        if (isLimited(way, candidates)) {
            return;
        }
        List<Candidate> judged = candidates;
        for (int tries = 1; tries <= MOST_TRIES; tries++) {
            means.bench().waiter().await(Duration.ZERO);
            judged = now(judged, (round, row, present) -> round.mayDelete(way.deletion(), row, present));
            List<Candidate> ready = now(judged, GroupRound::isDeletable);
            if (ready.size() < 2 || isLimited(way, ready)) {
                return;
            }
            Optional<Reply> reply = call(way, ready);
            if (reply.isEmpty()) {
                return;
            }
            take(ready, reply.get());
            if (!(reply.get() instanceof Reply.NotNow)) {
                return;
            }
            Backoff.await(means.bench(), reply.get(), tries);
        }
    }

    /** Whether a row may be deleted as its group looks now. */
    @FunctionalInterface
    private interface Judgement {

        boolean allows(GroupRound round, LedgerRow row, People now);
    }

    /** Those that may be deleted as everything is at this moment: nothing moves what hangs on a deleted record. */
    private List<Candidate> now(List<Candidate> candidates, Judgement judgement) {
        People now = means.read(candidates.stream()
                .flatMap(candidate -> Guard.concerned(candidate.round().waiting()).stream())
                .distinct()
                .toList());
        List<Candidate> allowed = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (judgement.allows(candidate.round(), candidate.row(), now)) {
                allowed.add(candidate);
            }
        }
        // One row may have made a conflict of its group after another of it was found ready.
        allowed.removeIf(candidate -> !candidate.round().waiting().contains(candidate.row()));
        return allowed;
    }

    /** The answer; empty if it was forbidden, which may be so for one of them alone. */
    private Optional<Reply> call(Way.Deleting way, List<Candidate> ready) {
        List<LedgerRow> rows = ready.stream().map(Candidate::row).toList();
        try {
            return Optional.of(dispatch.sendDeletion(rows, way.step(rows)));
        } catch (CrmException.Refused e) {
            if (!e.tokenAccepted()) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /** What the answer does not say reading may; who is still there is deleted alone, or that is refused with a reason. */
    private void take(List<Candidate> ready, Reply reply) {
        Set<PersonId> gone = reply instanceof Reply.Done done ? new HashSet<>(done.gone()) : Set.of();
        List<Candidate> unheard = new ArrayList<>();
        for (Candidate candidate : ready) {
            if (gone.contains(candidate.row().absorbed())) {
                candidate.round().deleted(candidate.row());
            } else {
                unheard.add(candidate);
            }
        }
        if (unheard.isEmpty() || reply instanceof Reply.Refused || reply instanceof Reply.NotNow) {
            return;
        }
        People now =
                means.read(Guard.concerned(unheard.stream().map(Candidate::row).toList()));
        unheard.forEach(candidate -> candidate.round().lookAt(candidate.row(), now));
    }

    private boolean isLimited(Way.Deleting way, List<Candidate> candidates) {
        long price = way.deletion().deletionPrice(candidates.size());
        return candidates.size() < 2
                || means.brakes().left(EffectKind.DELETE) < candidates.size()
                || means.brakes().against(EffectKind.DELETE, price).isPresent();
    }
}
