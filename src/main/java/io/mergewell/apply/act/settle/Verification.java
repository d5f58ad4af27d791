package io.mergewell.apply.act.settle;

import io.mergewell.apply.act.doubt.Doubt;
import io.mergewell.apply.act.doubt.People;
import io.mergewell.apply.act.send.Backoff;
import io.mergewell.apply.act.send.Bench;
import io.mergewell.apply.act.send.Dispatch;
import io.mergewell.apply.approved.ApprovedGroup;
import io.mergewell.apply.approved.RowEnd;
import io.mergewell.crm.CrmException;
import io.mergewell.crm.SourcedPerson;
import io.mergewell.crm.write.Effect;
import io.mergewell.crm.write.Reply;
import io.mergewell.crm.write.Step;
import io.mergewell.person.LinkKind;
import io.mergewell.person.LinkedRecords;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.plan.ActionKind;
import io.mergewell.store.FailPoint;
import io.mergewell.store.ledger.EffectState;
import io.mergewell.store.ledger.Effects;
import io.mergewell.store.ledger.LedgerEffect;
import io.mergewell.store.ledger.LedgerRow;
import io.mergewell.store.ledger.RowState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks whether what was done is as it was promised, and mends what the CRM did not keep. */
public final class Verification {

    private final Bench bench;
    private final Dispatch dispatch;
    private final Effects effects;
    private final RowBook book;
    private final Doubt doubt;

    /** Sends by the dispatch what mends, and tells the book how rows ended. */
    public Verification(Bench bench, Dispatch dispatch, RowBook book, Doubt doubt) {
        this.bench = bench;
        this.dispatch = dispatch;
        this.effects = new Effects(bench.store());
        this.book = book;
        this.doubt = doubt;
    }

    /**
     * One group of which something was done.
     *
     * @param done its rows that were done and are not settled, in the order they were sent
     */
    public record Done(ApprovedGroup group, List<LedgerRow> done) {}

    /** Settles the rows: applied, or not as it should be. */
    public void verify(List<Done> groups) {
        if (groups.isEmpty()) {
            return;
        }
        People now = read(groups, this::doubtful);
        List<Done> mended = new ArrayList<>();
        List<Done> unseen = new ArrayList<>();
        List<SourcedPerson> shown = new ArrayList<>();
        for (Done group : groups) {
            mend(group, now).ifPresent(reply -> {
                mended.add(group);
                shown(group, reply, now).ifPresentOrElse(shown::add, () -> unseen.add(group));
            });
        }
        People after = read(unseen, row -> Stream.empty()).with(shown);
        for (Done group : groups) {
            settle(group, mended.contains(group) ? after : now);
        }
        dispatch.countReads();
    }

    /** @param absorbed which record of a row is looked for beside its survivor */
    private People read(List<Done> groups, Function<LedgerRow, Stream<PersonId>> absorbed) {
        List<PersonId> ids = groups.stream()
                .flatMap(group -> group.done().stream())
                .flatMap(row -> Stream.concat(Stream.ofNullable(row.survivor()), absorbed.apply(row)))
                .distinct()
                .toList();
        return People.read(bench.source(), ids, bench.clock().instant());
    }

    /** Where each look has its price, an answer is believed that named the record, but not the first of a job's life. */
    private Stream<PersonId> doubtful(LedgerRow row) {
        boolean isBelieved = bench.source().readsOneByOne()
                && effects.anyMergeSeen()
                && effectOf(row)
                        .filter(effect -> effect.state() == EffectState.APPLIED)
                        .isPresent();
        return isBelieved ? Stream.empty() : Stream.of(row.absorbed());
    }

    /** The survivor as the answer to its update shows it, if that is all of it and not the first of a job's life. */
    private Optional<SourcedPerson> shown(Done group, Reply reply, People now) {
        SourcedPerson shown = reply instanceof Reply.Done done ? done.shown() : null;
        return Optional.ofNullable(shown)
                .filter(person -> effects.anyMergeSeen())
                .filter(person -> survivor(group, now)
                        .filter(before -> before.id().equals(person.person().id()))
                        .filter(before -> knownLinks(person.person()).containsAll(knownLinks(before)))
                        .isPresent());
    }

    private static Set<LinkKind> knownLinks(Person person) {
        return person.facts().links().counts().keySet();
    }

    /** The answer to the update that was needed, if one was. Who is still there has brought nothing that could be missing. */
    private Optional<Reply> mend(Done group, People read) {
        People now = isOld(read) ? read(List.of(group), this::doubtful) : read;
        Optional<Person> survivor = survivor(group, now);
        boolean anyThere = group.done().stream().anyMatch(row -> now.has(row.absorbed()));
        if (survivor.isEmpty() || merges(group).isEmpty() || anyThere) {
            return Optional.empty();
        }
        Promise promise = promise(group, survivor.get());
        NavigableSet<String> writable = promise.missing(survivor.get()).stream()
                .filter(bench.writer()::writes)
                .collect(Collectors.toCollection(TreeSet::new));
        if (writable.isEmpty()) {
            return Optional.empty();
        }
        LedgerRow last = merges(group).get(merges(group).size() - 1);
        FailPoint.hit("before-update");
        return Optional.of(send(last, new Effect.Update(promise.mended(survivor.get()), writable)));
    }

    /** What is not allowed is not mended, and said so; what is only not possible now the next run mends. */
    private Reply send(LedgerRow row, Effect.Update update) {
        Step step = new Step(update, () -> bench.writer().update(update));
        try {
            Reply reply = dispatch.send(row, step, LinkedRecords.UNKNOWN);
            if (reply instanceof Reply.NotNow) {
                Backoff.await(bench, reply, 1);
                reply = dispatch.send(row, step, LinkedRecords.UNKNOWN);
            }
            if (reply instanceof Reply.NotNow notNow) {
                throw Backoff.over(notNow.why());
            }
            return reply;
        } catch (CrmException.Refused refused) {
            if (!refused.tokenAccepted()) {
                throw refused;
            }
            return new Reply.Refused(String.valueOf(refused.getMessage()));
        }
    }

    private boolean isOld(People read) {
        return read.olderThan(People.FRESH, bench.clock().instant());
    }

    private void settle(Done group, People now) {
        Map<LedgerRow, RowEnd> ends = new HashMap<>();
        Optional<Person> survivor = survivor(group, now);
        for (LedgerRow row : group.done()) {
            ends.put(row, end(group, row, survivor, now));
        }
        book.settle(group.done(), ends, now);
    }

    private RowEnd end(Done group, LedgerRow row, Optional<Person> survivor, People now) {
        boolean reconciled =
                effectOf(row).map(effect -> !effect.reason().isEmpty()).orElse(false);
        if (now.has(row.absorbed())) {
            effectOf(row).ifPresent(this::doubt);
            return RowEnd.unknown("The CRM said that it was done, but person " + row.absorbed()
                    + " is still there. The next run looks again.");
        }
        if (row.survivor() != null && survivor.isEmpty()) {
            return new RowEnd(
                    RowState.CONFLICT,
                    "It was done, but the survivor " + row.survivor()
                            + " is gone: deleted, or merged by somebody else.",
                    reconciled,
                    true);
        }
        if (row.kind() == ActionKind.DELETE || survivor.isEmpty()) {
            return RowEnd.applied("", reconciled);
        }
        List<String> shortfalls = Promise.shortfalls(
                promise(group, survivor.get()).missing(survivor.get()),
                leastLinks(group),
                survivor.get().facts().links());
        if (!shortfalls.isEmpty() && doubt.isUpdateUnderWay(survivor.get().id())) {
            return RowEnd.unknown(
                    "It was done; whether the survivor could be mended is not known yet. The next run looks"
                            + " again.");
        }
        return RowEnd.applied(String.join(" ", shortfalls), reconciled);
    }

    /** What the CRM said is not what it shows, so that the next run may not rely on it. */
    private void doubt(LedgerEffect effect) {
        bench.store()
                .writeAtOnce(() -> effects.settle(
                        effect,
                        EffectState.UNKNOWN,
                        "Said to be done, and not seen.",
                        bench.clock().instant()));
    }

    private static Promise promise(Done group, Person survivor) {
        return new Promise(group.group().rules(), group.group().promised(survivor.id(), group.done()));
    }

    /** The last merge of the group was sent when the others were done, so that it counts them as well. */
    private LinkedRecords leastLinks(Done group) {
        List<LedgerRow> merges = merges(group);
        return merges.isEmpty()
                ? LinkedRecords.UNKNOWN
                : effectOf(merges.get(merges.size() - 1))
                        .map(LedgerEffect::links)
                        .orElse(LinkedRecords.UNKNOWN);
    }

    private Optional<LedgerEffect> effectOf(LedgerRow row) {
        return effects.of(row.rowKey()).stream()
                .filter(effect -> effect.kind().removes())
                .reduce((earlier, later) -> later);
    }

    private static List<LedgerRow> merges(Done group) {
        return group.done().stream()
                .filter(row -> row.kind() == ActionKind.MERGE)
                .toList();
    }

    private static Optional<Person> survivor(Done group, People now) {
        return group.done().stream()
                .flatMap(row -> Stream.ofNullable(row.survivor()))
                .findFirst()
                .flatMap(now::find)
                .map(found -> found.person());
    }
}
