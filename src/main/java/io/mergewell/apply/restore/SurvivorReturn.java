package io.mergewell.apply.restore;

import io.mergewell.apply.act.doubt.Doubt;
import io.mergewell.apply.act.send.Backoff;
import io.mergewell.apply.act.send.Bench;
import io.mergewell.apply.act.send.Dispatch;
import io.mergewell.apply.approved.GivenUp;
import io.mergewell.crm.SourcedPerson;
import io.mergewell.crm.write.Effect;
import io.mergewell.crm.write.Reply;
import io.mergewell.crm.write.Step;
import io.mergewell.person.PersonId;
import io.mergewell.person.vocabulary.Vocabulary;
import io.mergewell.store.ledger.EffectKind;
import io.mergewell.store.ledger.Effects;
import io.mergewell.store.ledger.LedgerEffect;
import io.mergewell.store.mirror.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives one survivor back what it held, as far as nobody changed it since. */
final class SurvivorReturn {

    private static final int MOST = 3;

    private final Bench bench;
    private final Dispatch dispatch;
    private final Effects effects;
    private final SurvivorRules rules;
    private final Vocabulary vocabulary;

    SurvivorReturn(Bench bench, Dispatch dispatch) {
        this.bench = bench;
        this.dispatch = dispatch;
        this.effects = new Effects(bench.store());
        this.rules = new SurvivorRules(bench.store(), bench.writer(), bench.phones());
        this.vocabulary = new Terms(bench.store()).vocabulary();
    }

    /**
     * What became of it.
     *
     * @param now the survivor as it was seen last; empty if it is gone or there is none
     * @param sentences what a reader should know
     * @param failures what a later run should look at again
     */
    record Outcome(Optional<SourcedPerson> now, List<String> sentences, List<String> failures) {

        static final Outcome NOTHING = new Outcome(Optional.empty(), List.of(), List.of());
    }

    /** @param present those of the family's losses that are there again; of the others it keeps what they brought */
    Outcome giveBack(Family family, List<Loss> present) {
        @Nullable PersonId survivor = family.survivor();
        if (survivor == null || present.stream().noneMatch(Loss::wasMerged)) {
            return Outcome.NOTHING;
        }
        List<String> failures = new ArrayList<>();
        Optional<SourcedPerson> now = read(survivor);
        Optional<WayBack> back = now.map(found -> rules.wayBack(family, found.person(), present));
        for (int tries = 1; back.isPresent() && !back.get().fields().isEmpty() && tries <= MOST; tries++) {
            bench.snapshots().take(now.stream().toList(), bench.clock().instant());
            if (send(present, back.get(), tries) instanceof Reply.Refused refused) {
                failures.add("The survivor " + survivor + " did not get its values back: " + refused.why() + ".");
                break;
            }
            now = read(survivor);
            back = now.map(found -> rules.wayBack(family, found.person(), present));
        }
        if (failures.isEmpty() && back.filter(open -> !open.fields().isEmpty()).isPresent()) {
            failures.add(
                    "The survivor " + survivor + " still holds what it had from the merge. The next restore goes on.");
        }
        settle(present, failures.isEmpty());
        return new Outcome(now, sentences(survivor, back), failures);
    }

    private Reply send(List<Loss> present, WayBack back, int tries) {
        String key = present.get(present.size() - 1).key();
        Effect.Update update = new Effect.Update(back.wanted(), back.fields());
        Reply reply =
                dispatch.sendBack(key, new Step(update, () -> bench.writer().update(update)));
        Backoff.await(bench, reply, tries);
        return reply;
    }

    /** What an update was to bring is there or is not, whatever was heard of it; one sent again before may still come. */
    private void settle(List<Loss> present, boolean done) {
        List<LedgerEffect> updates = present.stream()
                .flatMap(loss -> effects.of(loss.key()).stream())
                .filter(effect -> effect.kind() == EffectKind.UPDATE)
                .toList();
        List<LedgerEffect> open =
                updates.stream().filter(effect -> effect.state().isOpen()).toList();
        if (!open.isEmpty()) {
            bench.store()
                    .writeAtOnce(() -> open.forEach(effect -> {
                        Doubt.Fate fate = Doubt.fate(effect, updates, done, GivenUp.ROW_ENDED);
                        effects.settle(
                                effect,
                                fate.state(),
                                fate.reason(),
                                bench.clock().instant());
                    }));
        }
    }

    private Optional<SourcedPerson> read(PersonId survivor) {
        return bench.source().byIds(List.of(survivor)).stream().findFirst();
    }

    private List<String> sentences(PersonId survivor, Optional<WayBack> back) {
        if (back.isEmpty()) {
            return List.of("The survivor " + survivor + " is gone by now and gets nothing back.");
        }
        List<String> sentences = new ArrayList<>();
        if (!back.get().kept().isEmpty()) {
            sentences.add("The survivor keeps what was changed since in: "
                    + String.join(", ", vocabulary.mentioned(back.get().kept())) + ".");
        }
        if (!back.get().byHand().isEmpty()) {
            sentences.add("To be taken off the survivor by hand: "
                    + String.join(", ", vocabulary.mentioned(back.get().byHand())) + ".");
        }
        return sentences;
    }
}
