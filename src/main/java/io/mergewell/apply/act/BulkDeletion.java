package io.mergewell.apply.act;

import io.mergewell.crm.Effect;
import io.mergewell.crm.Reply;
import io.mergewell.person.PersonId;
import io.mergewell.store.ledger.EffectKind;
import io.mergewell.store.ledger.LedgerRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
    void send(List<GroupRound> rounds) {
        int most = means.bench().writer().deletesAtOnce();
        List<Candidate> candidates = rounds.stream()
                .flatMap(round -> round.deletable().stream().map(row -> new Candidate(round, row)))
                .toList();
        for (int from = 0; most > 1 && from < candidates.size(); from += most) {
            sendTogether(candidates.subList(from, Math.min(from + most, candidates.size())));
        }
    }

    private void sendTogether(List<Candidate> candidates) {
        long left = means.brakes().left(EffectKind.DELETE);
        if (candidates.size() < 2 || left < candidates.size() || isOutOfTokens(candidates)) {
            return;
        }
        means.bench().waiter().await(Duration.ZERO);
        List<Candidate> ready = new ArrayList<>();
        // At the moment of a deletion everything is read again: nothing moves what hangs on a deleted record.
        People now = means.read(candidates.stream()
                .flatMap(candidate -> Guard.concerned(candidate.round().waiting()).stream())
                .distinct()
                .toList());
        for (Candidate candidate : candidates) {
            if (candidate.round().mayDelete(candidate.row(), now)) {
                ready.add(candidate);
            }
        }
        // One row may have made a conflict of its group after another of it was found ready.
        ready.removeIf(candidate -> !candidate.round().waiting().contains(candidate.row()));
        if (ready.size() > 1) {
            send(ready, effect(ready));
        }
    }

    private void send(List<Candidate> ready, Effect.Delete effect) {
        List<LedgerRow> rows = ready.stream().map(Candidate::row).toList();
        Reply reply = dispatch.sendDeletion(rows, effect);
        for (int tries = 1; reply instanceof Reply.NotNow && tries < MOST_TRIES; tries++) {
            Attempt.await(means.bench(), reply, tries);
            reply = dispatch.sendDeletion(rows, effect);
        }
        if (reply instanceof Reply.Refused || reply instanceof Reply.NotNow) {
            return;
        }
        Set<PersonId> gone = reply instanceof Reply.Done done ? new HashSet<>(done.gone()) : Set.of();
        List<Candidate> unheard = new ArrayList<>();
        for (Candidate candidate : ready) {
            if (gone.contains(candidate.row().absorbed())) {
                candidate.round().deleted(candidate.row());
            } else {
                unheard.add(candidate);
            }
        }
        lookAt(unheard);
    }

    /** What the answer did not say reading may. */
    private void lookAt(List<Candidate> unheard) {
        if (unheard.isEmpty()) {
            return;
        }
        People now =
                means.read(Guard.concerned(unheard.stream().map(Candidate::row).toList()));
        unheard.forEach(candidate -> candidate.round().lookAt(candidate.row(), now));
    }

    private boolean isOutOfTokens(List<Candidate> candidates) {
        long price = means.bench().writer().price(effect(candidates));
        return means.brakes().against(EffectKind.DELETE, price).isPresent();
    }

    private static Effect.Delete effect(List<Candidate> candidates) {
        return new Effect.Delete(
                candidates.stream().map(candidate -> candidate.row().absorbed()).toList());
    }
}
