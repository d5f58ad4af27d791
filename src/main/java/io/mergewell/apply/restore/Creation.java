package io.mergewell.apply.restore;

import io.mergewell.apply.act.send.Backoff;
import io.mergewell.apply.act.send.Bench;
import io.mergewell.apply.act.send.Dispatch;
import io.mergewell.crm.write.Effect;
import io.mergewell.crm.write.PersonRevival;
import io.mergewell.crm.write.Reply;
import io.mergewell.crm.write.Step;
import io.mergewell.person.PersonId;
import io.mergewell.store.ledger.EffectKind;
import io.mergewell.store.ledger.EffectState;
import io.mergewell.store.ledger.Effects;
import io.mergewell.store.ledger.LedgerEffect;
import io.mergewell.store.ledger.RowState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Makes one lost person anew, once. Where an answer was lost, the CRM is searched for somebody who holds exactly what
 * was sent, and only if there is nobody it is sent again.
 */
final class Creation {

    private static final String NOBODY_FOUND = "Nobody was found who was made by it.";
    private static final int MOST = 3;
    private static final List<Duration> LOOKS =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3));

    private final Bench bench;
    private final PersonRevival revival;
    private final Dispatch dispatch;
    private final Lookout lookout;
    private final Effects effects;

    Creation(Bench bench, PersonRevival revival, Dispatch dispatch) {
        this.bench = bench;
        this.revival = revival;
        this.dispatch = dispatch;
        this.lookout = new Lookout(bench, revival);
        this.effects = new Effects(bench.store());
    }

    /** What became of it. */
    sealed interface Result {

        /**
         * There is somebody new.
         *
         * @param reconciled whether that was found out by searching
         */
        record Created(PersonId person, boolean reconciled) implements Result {}

        /** There is nobody new, or nobody knows: a later run goes on. */
        record Open(RowState state, String reason) implements Result {}
    }

    Result make(Loss loss) {
        Optional<Result> earlier = earlier(loss);
        for (int tries = 1; earlier.isEmpty(); tries++) {
            Effect.Create creation = new Effect.Create(loss.former());
            Reply reply = dispatch.sendBack(loss.key(), new Step(creation, () -> revival.create(creation)));
            if (reply instanceof Reply.Refused refused) {
                return new Result.Open(RowState.REJECTED, "It could not be created anew: " + refused.why() + ".");
            }
            if (reply instanceof Reply.NotNow notNow) {
                if (tries > MOST) {
                    throw Backoff.over(notNow.why());
                }
                Backoff.await(bench, reply, tries);
            }
            if (reply instanceof Reply.Unknown unknown && tries >= MOST) {
                return search(loss)
                        .<Result>map(found -> found)
                        .orElseGet(() -> new Result.Open(
                                RowState.UNKNOWN, unknown.why() + "; nobody was found. The next restore looks again."));
            }
            earlier = earlier(loss);
        }
        return earlier.get();
    }

    /** Somebody who was made late by a call that was given up before it was sent again. */
    Optional<PersonId> latecomer(Loss loss) {
        if (revival.bringsBack()) {
            return Optional.empty();
        }
        return creations(loss).stream()
                .filter(effect -> effect.reason().equals(NOBODY_FOUND))
                .findFirst()
                .flatMap(effect -> lookout.find(loss.former(), effects.intendedAt(effect)));
    }

    /** What the ledger and the CRM know of earlier attempts; empty if it may be sent. */
    private Optional<Result> earlier(Loss loss) {
        Optional<LedgerEffect> done = creations(loss).stream()
                .filter(effect -> effect.state() == EffectState.APPLIED)
                .findFirst();
        if (done.isPresent()) {
            return Optional.of(
                    new Result.Created(done.get().person(), !done.get().reason().isEmpty()));
        }
        Optional<Result.Created> found = search(loss);
        if (found.isEmpty()) {
            settle(open(loss), EffectState.REJECTED, NOBODY_FOUND);
        }
        return found.map(created -> created);
    }

    /** Looks several times, since a call whose answer was lost may still be under way. */
    private Optional<Result.Created> search(Loss loss) {
        List<LedgerEffect> open = open(loss);
        if (open.isEmpty()) {
            return Optional.empty();
        }
        Instant since = effects.intendedAt(open.get(0));
        for (Duration pause : LOOKS) {
            Optional<PersonId> found = lookout.find(loss.former(), since);
            if (found.isPresent()) {
                adopt(open, found.get());
                return Optional.of(new Result.Created(found.get(), true));
            }
            bench.waiter().await(pause);
        }
        return Optional.empty();
    }

    private void adopt(List<LedgerEffect> open, PersonId found) {
        bench.store().writeAtOnce(() -> {
            LedgerEffect last = open.get(open.size() - 1);
            effects.settleCreated(last, found, "Seen to be done.", bench.clock().instant());
            settle(open.subList(0, open.size() - 1), EffectState.REJECTED, "Another attempt was seen to be done.");
        });
    }

    private void settle(List<LedgerEffect> open, EffectState state, String reason) {
        if (!open.isEmpty()) {
            bench.store()
                    .write(() -> open.forEach(effect ->
                            effects.settle(effect, state, reason, bench.clock().instant())));
        }
    }

    private List<LedgerEffect> open(Loss loss) {
        return creations(loss).stream()
                .filter(effect -> effect.state().isOpen())
                .toList();
    }

    private List<LedgerEffect> creations(Loss loss) {
        return effects.of(loss.key()).stream()
                .filter(effect -> effect.kind() == EffectKind.CREATE)
                .toList();
    }
}
