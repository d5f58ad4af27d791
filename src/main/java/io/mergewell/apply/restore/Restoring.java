package io.mergewell.apply.restore;

import io.mergewell.apply.act.send.Bench;
import io.mergewell.apply.act.send.Dispatch;
import io.mergewell.crm.SourcedPerson;
import io.mergewell.crm.write.PersonRevival;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.store.FailPoint;
import io.mergewell.store.ledger.Effects;
import io.mergewell.store.ledger.Restored;
import io.mergewell.store.ledger.RowState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Brings back what an apply run took away: first the lost are made anew, then their survivor gets back what it held,
 * then both are looked at. All it knows between two families is in the ledger.
 */
public final class Restoring {

    private final Bench bench;
    private final RestorePlan plan;
    private final Dispatch dispatch;
    private final Creation creation;
    private final SurvivorReturn survivors;
    private final RestoreBook book;
    private final Effects effects;

    public Restoring(Bench bench, PersonRevival revival, RestorePlan plan) {
        this.bench = bench;
        this.plan = plan;
        this.dispatch = new Dispatch(bench);
        this.creation = new Creation(bench, revival, dispatch);
        this.survivors = new SurvivorReturn(bench, dispatch);
        this.book = new RestoreBook(bench, plan.appliedBy());
        this.effects = new Effects(bench.store());
    }

    /** How many steps there are. */
    public int steps() {
        return plan.families().size();
    }

    /**
     * One step: a survivor with all that was merged into it, or a record that was deleted.
     *
     * @param number from 0
     * @throws io.mergewell.crm.CrmException if the CRM cannot be worked with; the ledger knows how far it came
     */
    public void step(int number) {
        bench.waiter().await(Duration.ZERO);
        Family family = plan.families().get(number);
        Map<Loss, Creation.Result> results = new LinkedHashMap<>();
        family.losses().forEach(loss -> results.put(loss, creation.make(loss)));
        List<Loss> present = family.losses().stream()
                .filter(loss -> results.get(loss) instanceof Creation.Result.Created)
                .toList();
        SurvivorReturn.Outcome survivor = survivors.giveBack(family, present);
        FailPoint.hit("before-restored-commit");
        book.settle(family, lines(results, survivor), survivor.now());
        dispatch.countReads();
    }

    private Map<Loss, Restored.Line> lines(Map<Loss, Creation.Result> results, SurvivorReturn.Outcome survivor) {
        Map<PersonId, Person> created = readBack(results);
        Map<Loss, Restored.Line> lines = new LinkedHashMap<>();
        results.forEach((loss, result) -> lines.put(
                loss,
                result instanceof Creation.Result.Created made
                        ? line(loss, made, Optional.ofNullable(created.get(made.person())), survivor)
                        : open(loss, (Creation.Result.Open) result)));
        return lines;
    }

    private Map<PersonId, Person> readBack(Map<Loss, Creation.Result> results) {
        List<PersonId> ids = new ArrayList<>();
        results.values().forEach(result -> {
            if (result instanceof Creation.Result.Created made) {
                ids.add(made.person());
            }
        });
        Map<PersonId, Person> found = new TreeMap<>();
        if (!ids.isEmpty()) {
            bench.source().byIds(ids).stream()
                    .map(SourcedPerson::person)
                    .forEach(person -> found.put(person.id(), person));
        }
        return found;
    }

    private Restored.Line open(Loss loss, Creation.Result.Open open) {
        return new Restored.Line(loss.row().rowKey(), null, open.state(), open.reason(), false, bench.runId());
    }

    private Restored.Line line(
            Loss loss, Creation.Result.Created made, Optional<Person> found, SurvivorReturn.Outcome survivor) {
        List<String> sentences = new ArrayList<>();
        sentences.add(
                made.person().equals(loss.person().id())
                        ? "Person " + made.person() + " is there again."
                        : "Created anew as person " + made.person() + ".");
        List<String> failures = new Likeness(bench.phones()).failures(loss.person(), found, made.person());
        creation.latecomer(loss)
                .ifPresent(late -> failures.add("Person " + late + " holds the same: a call whose answer was lost was"
                        + " carried out late. Merge the two by hand."));
        @Nullable PersonId stays = loss.row().survivor();
        if (loss.wasMerged() && stays != null) {
            Stayed.with(stays, loss.person().facts().links()).ifPresent(sentences::add);
            Stayed.copies(stays, loss.copies(effects)).ifPresent(sentences::add);
            sentences.addAll(survivor.sentences());
            failures.addAll(survivor.failures());
        }
        sentences.addAll(failures);
        return new Restored.Line(
                loss.row().rowKey(),
                made.person(),
                failures.isEmpty() ? RowState.APPLIED : RowState.UNKNOWN,
                String.join(" ", sentences),
                made.reconciled(),
                bench.runId());
    }
}
