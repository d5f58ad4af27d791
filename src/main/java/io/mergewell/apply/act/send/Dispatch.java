package io.mergewell.apply.act.send;

import io.mergewell.crm.CrmException;
import io.mergewell.crm.write.Effect;
import io.mergewell.crm.write.Reply;
import io.mergewell.crm.write.Step;
import io.mergewell.crm.write.Unwritable;
import io.mergewell.person.LinkedRecords;
import io.mergewell.person.PersonId;
import io.mergewell.plan.ActionKind;
import io.mergewell.store.FailPoint;
import io.mergewell.store.ledger.EffectKind;
import io.mergewell.store.ledger.EffectState;
import io.mergewell.store.ledger.Effects;
import io.mergewell.store.ledger.LedgerEffect;
import io.mergewell.store.ledger.LedgerRow;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Sends one write: first the intent, on disk; then the call, once; then what was heard of it. */
public final class Dispatch {

    private static final String NOT_NAMED = "The answer did not name this person";

    private final Bench bench;
    private final Brakes brakes;
    private final Effects effects;
    private long counted;
    private boolean anySent;

    /** Sends where no limit of a day holds; tokens are counted all the same. */
    public Dispatch(Bench bench) {
        this(bench, new Brakes(bench));
    }

    /**
     * @param bench what the run works with
     * @param brakes the limits of the day
     */
    public Dispatch(Bench bench, Brakes brakes) {
        this.bench = bench;
        this.brakes = brakes;
        this.effects = new Effects(bench.store());
        this.counted = tokens();
    }

    /**
     * Sends it.
     *
     * @param row for which it is
     * @param links what the survivor of a merge must have at least when it is done
     * @throws CrmException if nothing was done and nothing further can be, or the answer is about other persons
     * @throws ReversedMergeException if the CRM did the opposite of what was asked
     * @throws io.mergewell.store.StoreException.Locked if another run has taken the job over: nothing was sent then
     */
    public Reply send(LedgerRow row, Step step, LinkedRecords links) {
        boolean removes = step.effect() instanceof Effect.Merge || step.effect() instanceof Effect.Delete;
        return send(
                step,
                () -> List.of(intend(row.rowKey(), Intended.of(step.effect()), links)),
                done -> removes ? objection(row, done) : Optional.empty());
    }

    /**
     * Deletes the records of several rows with one call: one intent for each, on disk before it.
     *
     * @return the answer to the call; a row that {@link Reply.Done} does not name stays in doubt
     * @throws CrmException if nothing was done and nothing further can be, or the answer is about other persons
     * @throws io.mergewell.store.StoreException.Locked if another run has taken the job over: nothing was sent then
     */
    public Reply sendDeletion(List<LedgerRow> rows, Step step) {
        return send(
                step,
                () -> rows.stream()
                        .map(row -> intend(row.rowKey(), Intended.deletion(row.absorbed()), LinkedRecords.UNKNOWN))
                        .toList(),
                done -> objection(rows, done));
    }

    /**
     * Sends an update or a creation that takes a row back.
     *
     * @param key of the writes that do
     * @throws CrmException if nothing was done and nothing further can be
     * @throws io.mergewell.store.StoreException.Locked if another run has taken the job over: nothing was sent then
     */
    public Reply sendBack(String key, Step step) {
        return send(
                step,
                () -> List.of(intend(key, Intended.of(step.effect()), LinkedRecords.UNKNOWN)),
                done -> Optional.empty());
    }

    /** @param objection why an answer cannot be trusted, nor any after it; thrown when the doubt is written down */
    private Reply send(
            Step step,
            Supplier<List<LedgerEffect>> intention,
            Function<Reply.Done, Optional<RuntimeException>> objection) {
        pauseBetweenWrites();
        FailPoint.hit("before-intent-commit");
        List<LedgerEffect> intents = intention.get();
        FailPoint.hit("after-intent-commit");
        Reply reply;
        try {
            reply = step.send();
        } catch (CrmException e) {
            intents.forEach(intent -> settle(intent, new Reply.Refused("Nothing was done: " + e.getMessage())));
            throw e;
        } catch (Unwritable nothingSent) {
            reply = new Reply.Refused("It could not be written as a request: nothing was sent");
        }
        FailPoint.hit("before-result-commit");
        Optional<RuntimeException> foreign =
                reply instanceof Reply.Done done ? objection.apply(done) : Optional.empty();
        Reply heard = foreign.isPresent() ? new Reply.Unknown("The answer was about other persons") : reply;
        for (LedgerEffect intent : intents) {
            settle(intent, heardOf(intent, heard));
        }
        FailPoint.hit("after-result-commit");
        foreign.ifPresent(reason -> {
            throw reason;
        });
        if (namesNobody(step.effect(), reply)) {
            return new Reply.Unknown(NOT_NAMED);
        }
        if (reply instanceof Reply.Done) {
            brakes.wentWell();
        }
        return reply;
    }

    /** What an answer says of one write: a person whom a deletion does not name may be gone or not. */
    private static Reply heardOf(LedgerEffect intent, Reply reply) {
        boolean isUnnamed = intent.kind() == EffectKind.DELETE
                && reply instanceof Reply.Done done
                && !done.gone().contains(intent.person());
        return isUnnamed ? new Reply.Unknown(NOT_NAMED) : reply;
    }

    private static boolean namesNobody(Effect effect, Reply reply) {
        return effect instanceof Effect.Delete
                && reply instanceof Reply.Done done
                && done.gone().isEmpty();
    }

    private LedgerEffect intend(String key, Intended what, LinkedRecords links) {
        return effects.intend(
                key,
                what.kind(),
                what.person(),
                what.fields(),
                links,
                bench.runId(),
                bench.day(),
                bench.clock().instant());
    }

    /** The answer must be about exactly these persons, the right way round. */
    private static Optional<RuntimeException> objection(LedgerRow row, Reply.Done done) {
        if (row.kind() == ActionKind.DELETE && done.gone().isEmpty()) {
            return Optional.empty();
        }
        PersonId survivor = row.kind() == ActionKind.MERGE ? row.survivor() : null;
        if (done.gone().equals(List.of(row.absorbed())) && Objects.equals(done.remaining(), survivor)) {
            return Optional.empty();
        }
        if (row.absorbed().equals(done.remaining())) {
            return Optional.of(new ReversedMergeException(row));
        }
        return Optional.of(new CrmException.BrokenContract("The CRM answered a write on person " + row.absorbed()
                + " with other persons than were asked for, so nothing more was sent. Look at that person and its"
                + " survivor in the CRM; snapshots.jsonl has both as they were."));
    }

    private static Optional<RuntimeException> objection(List<LedgerRow> rows, Reply.Done done) {
        if (rows.stream().map(LedgerRow::absorbed).toList().containsAll(done.gone())) {
            return Optional.empty();
        }
        return Optional.of(new CrmException.BrokenContract("The CRM answered the deletion of " + rows.size()
                + " persons with others than were asked for, so nothing more was sent. Look in the CRM at those whose"
                + " rows are in doubt; snapshots.jsonl has them as they were."));
    }

    /** Writes down the tokens that reading took since the last write. */
    public void countReads() {
        bench.store().writeAtOnce(this::countTokens);
    }

    private void pauseBetweenWrites() {
        if (anySent && !bench.settings().pause().isZero()) {
            bench.waiter().await(bench.settings().pause());
        }
        anySent = true;
    }

    private void settle(LedgerEffect intent, Reply reply) {
        bench.store().writeAtOnce(() -> {
            Instant now = bench.clock().instant();
            PersonId created =
                    intent.kind() == EffectKind.CREATE && reply instanceof Reply.Done done ? done.remaining() : null;
            if (created == null) {
                effects.settle(intent, state(reply), reason(reply), now);
            } else {
                effects.settleCreated(intent, created, "", now);
            }
            countTokens();
        });
        if (state(reply) != EffectState.REJECTED) {
            brakes.sent(intent.kind());
        }
    }

    private void countTokens() {
        long now = tokens();
        brakes.spent(now - counted);
        counted = now;
    }

    private long tokens() {
        return bench.writer().usage().tokens() + bench.source().usage().tokens();
    }

    private static EffectState state(Reply reply) {
        if (reply instanceof Reply.Done) {
            return EffectState.APPLIED;
        }
        return reply instanceof Reply.Unknown ? EffectState.UNKNOWN : EffectState.REJECTED;
    }

    private static String reason(Reply reply) {
        if (reply instanceof Reply.Refused refused) {
            return refused.why();
        }
        if (reply instanceof Reply.NotNow notNow) {
            return notNow.why();
        }
        return reply instanceof Reply.Unknown unknown ? unknown.why() : "";
    }
}
