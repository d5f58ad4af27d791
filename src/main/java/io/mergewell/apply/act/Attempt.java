package io.mergewell.apply.act;

import io.mergewell.crm.CrmException;
import io.mergewell.crm.Effect;
import io.mergewell.crm.Reply;
import io.mergewell.person.LinkedRecords;
import io.mergewell.person.PersonId;
import io.mergewell.store.ledger.EffectState;
import io.mergewell.store.ledger.Effects;
import io.mergewell.store.ledger.LedgerEffect;
import io.mergewell.store.ledger.LedgerRow;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gets one merge or deletion done. Before anything is sent a second time the CRM is asked: who is gone was merged or
 * deleted, by the call whose answer was lost or by a late one; who is there may be asked for again.
 */
final class Attempt {

    private static final int MOST = 3;
    static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    /** A second refusal of permission is no accident of one record. */
    private static final int MOST_FORBIDDEN = 2;

    private final Bench bench;
    private final Dispatch dispatch;
    private final Effects effects;
    private int forbiddenInARow;

    Attempt(Bench bench, Dispatch dispatch) {
        this.bench = bench;
        this.dispatch = dispatch;
        this.effects = new Effects(bench.store());
    }

    /**
     * Sends until it is done or cannot be.
     *
     * @param sent rows of the group that this run has done a moment ago
     * @param now the persons concerned, read a moment ago
     * @return how the row ended if it did; empty if the effect was done and is to be verified
     */
    Optional<RowEnd> make(
            ApprovedGroup group, LedgerRow row, List<LedgerRow> sent, Effect effect, LinkedRecords links, People now) {
        People present = now;
        for (int tries = 1; ; tries++) {
            Optional<String> against = Guard.against(group, row, sent, present);
            if (against.isPresent()) {
                return Optional.of(RowEnd.conflict(against.get()));
            }
            Reply reply;
            try {
                reply = dispatch.send(row.rowKey(), effect, links);
                forbiddenInARow = 0;
            } catch (CrmException.Refused e) {
                return Optional.of(forbidden(e));
            }
            if (reply instanceof Reply.Done done) {
                return checked(row, done);
            }
            if (reply instanceof Reply.NotNow notNow) {
                await(notNow);
            } else if (reply instanceof Reply.Unknown) {
                bench.waiter().await(FIRST_PAUSE.multipliedBy(tries));
            }
            present = read(row);
            Optional<Optional<RowEnd>> seen = seen(row, reply, present, tries);
            if (seen.isPresent()) {
                return seen.get();
            }
        }
    }

    /** What is seen after an answer that was no yes; empty if it may be sent again. */
    private Optional<Optional<RowEnd>> seen(LedgerRow row, Reply reply, People present, int tries) {
        if (isDone(row, present)) {
            if (wasEverInDoubt(row)) {
                settleByReading(row);
                return Optional.of(Optional.empty());
            }
            return Optional.of(Optional.of(
                    RowEnd.conflict("Person " + row.absorbed() + " is gone: deleted, or merged by somebody else.")));
        }
        if (reply instanceof Reply.Refused refused) {
            return Optional.of(Optional.of(RowEnd.rejected(refused.why() + ".")));
        }
        if (tries == MOST && reply instanceof Reply.Unknown unknown) {
            return Optional.of(Optional.of(RowEnd.unknown(
                    unknown.why() + "; it was not done when last looked at. The next run looks again.")));
        }
        if (tries > MOST) {
            throw new CrmException.Temporary(
                    "The CRM asks to be left alone for now. What is done is done and written down; run the same command"
                            + " again later, it goes on from there.");
        }
        return Optional.empty();
    }

    /** Whether the row's effect can be seen in the CRM. */
    static boolean isDone(LedgerRow row, People present) {
        @Nullable PersonId survivor = row.survivor();
        return !present.has(row.absorbed()) && (survivor == null || present.has(survivor));
    }

    /** Whether a write of this row may have been done without our hearing of it. */
    boolean wasEverInDoubt(LedgerRow row) {
        return effects.of(row.rowKey()).stream()
                .anyMatch(effect -> effect.state().isOpen() && isOf(row, effect));
    }

    /** Writes down that the last write in doubt was done. */
    void settleByReading(LedgerRow row) {
        List<LedgerEffect> open = effects.of(row.rowKey()).stream()
                .filter(effect -> effect.state().isOpen() && isOf(row, effect))
                .toList();
        bench.store().writeAtOnce(() -> {
            for (int i = 0; i < open.size(); i++) {
                boolean last = i == open.size() - 1;
                effects.settle(
                        open.get(i),
                        last ? EffectState.APPLIED : EffectState.REJECTED,
                        last ? "Seen to be done." : "Another attempt was seen to be done.",
                        bench.clock().instant());
            }
        });
    }

    private static boolean isOf(LedgerRow row, LedgerEffect effect) {
        return effect.person().equals(row.absorbed());
    }

    private People read(LedgerRow row) {
        return People.read(
                bench.source(), Guard.concerned(List.of(row)), bench.clock().instant());
    }

    private void await(Reply.NotNow notNow) {
        if (notNow.pause().compareTo(LONGEST_WAIT) > 0) {
            throw new CrmException.Temporary(notNow.why()
                    + ". What is done is done and written down; run the same command again later, it goes on from"
                    + " there.");
        }
        bench.waiter().await(notNow.pause());
    }

    private RowEnd forbidden(CrmException.Refused refusal) {
        forbiddenInARow++;
        if (!refusal.tokenAccepted() || forbiddenInARow >= MOST_FORBIDDEN) {
            throw refusal;
        }
        return RowEnd.rejected(Objects.requireNonNullElse(refusal.getMessage(), "It was not allowed."));
    }

    /** The CRM must have done exactly what was asked; the other way round nothing more may be sent at all. */
    private Optional<RowEnd> checked(LedgerRow row, Reply.Done done) {
        PersonId survivor = row.survivor();
        boolean reversed = row.absorbed().equals(done.remaining())
                || (survivor != null && done.gone().contains(survivor));
        if (reversed) {
            throw new ReversedMergeException(row);
        }
        return Optional.empty();
    }
}
