package io.mergewell.apply.rewrite;

import io.mergewell.apply.Rounds;
import io.mergewell.apply.approved.ApprovedGroup;
import io.mergewell.apply.approved.RowEnd;
import io.mergewell.apply.approved.Withdrawals;
import io.mergewell.crm.write.PersonRewriter;
import io.mergewell.normalise.Phones;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.person.PersonPair;
import io.mergewell.plan.Room;
import io.mergewell.plan.golden.FieldRules;
import io.mergewell.review.files.AtomicFile;
import io.mergewell.store.FailPoint;
import io.mergewell.store.Store;
import io.mergewell.store.ledger.Crosswalk;
import io.mergewell.store.ledger.Effects;
import io.mergewell.store.ledger.Ledger;
import io.mergewell.store.ledger.LedgerRow;
import io.mergewell.store.memory.Inputs;
import io.mergewell.store.memory.KeptApart;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Applies approved rows of a file, all in one round: writes a copy without the duplicates, in which survivors hold what
 * their golden records do. The copy carries out every row that was ever applied and is about two records that this file
 * holds as they were reported, so that the newest is the whole result. The file itself is never changed, which is why no cap of a day holds.
 */
public final class Rewriting implements Rounds {

    /** The name of the copy within a run's folder. */
    public static final String FILE = "cleaned.csv";

    private final String runId;
    private final Store store;
    private final PersonRewriter file;
    private final Path copy;
    private final Phones phones;
    private final Room room;
    private final InstantSource clock;
    private final Ledger ledger;
    private final KeptApart keptApart;
    private final Inputs inputs;
    private final FieldRules rules;

    /**
     * One run.
     *
     * @param folder of the run, in which the copy is written
     * @param phones reads numbers with the job's region
     * @param room what a record of the file can hold
     */
    public Rewriting(
            String runId,
            Store store,
            PersonRewriter file,
            Path folder,
            Phones phones,
            Room room,
            InstantSource clock) {
        this.runId = runId;
        this.store = store;
        this.file = file;
        this.copy = folder.resolve(FILE);
        this.phones = phones;
        this.room = room;
        this.clock = clock;
        this.ledger = new Ledger(store);
        this.keptApart = new KeptApart(store);
        this.inputs = new Inputs(store);
        this.rules = new FieldRules(phones, room);
    }

    /**
     * Everything there is to do.
     *
     * @return false: nothing is left
     * @throws io.mergewell.crm.CrmException if the file cannot be read, or is replaced meanwhile
     * @throws io.mergewell.review.files.ReviewException if the copy cannot be written: then no row is settled
     */
    @Override
    public boolean round() {
        List<LedgerRow> open = ledger.open(0, Integer.MAX_VALUE);
        List<LedgerRow> applied = ledger.applied();
        if (open.isEmpty() && applied.isEmpty()) {
            return false;
        }
        Moment moment = new Moment(
                file.digest(),
                file.records(Moment.concerned(Stream.concat(open.stream(), applied.stream()))),
                new Withdrawals(store),
                ledger);
        Joined joined = new Joined(ledger, rules);
        applied.stream().filter(row -> holds(row, moment, joined)).forEach(joined::take);
        Map<LedgerRow, RowEnd> ends = judged(open, moment, joined);
        boolean isOwed = !joined.isEmpty() && !inputs.isCopied(moment.digest());
        if (isOwed || ends.values().stream().anyMatch(RowEnd::effective)) {
            shortfalls(write(joined, moment.digest()), joined, ends);
            settle(ends, moment.digest());
        } else {
            withoutLeftover();
            settle(ends, null);
        }
        return false;
    }

    /** Whether a row that was applied to an earlier file is to be applied to this one: it is about the same two records. */
    private boolean holds(LedgerRow row, Moment moment, Joined joined) {
        return !moment.withdrawals().include(row)
                && keptApart(row).isEmpty()
                && moment.notAsReported(row).isEmpty()
                && joined.against(row).isEmpty();
    }

    @Override
    public boolean lookAgain() {
        return false;
    }

    @Override
    public List<String> limits() {
        return List.of();
    }

    /** What the reviewer approved was a group as a whole: what stands against one row of it stands against all. */
    private Map<LedgerRow, RowEnd> judged(List<LedgerRow> open, Moment moment, Joined joined) {
        Map<LedgerRow, RowEnd> ends = new LinkedHashMap<>();
        for (List<LedgerRow> rows : byGroup(open)) {
            List<LedgerRow> approved = new ArrayList<>();
            for (LedgerRow row : rows) {
                if (moment.withdrawals().include(row)) {
                    ends.put(row, RowEnd.WITHDRAWN);
                } else {
                    approved.add(row);
                }
            }
            if (!approved.isEmpty()) {
                Optional<String> against = against(approved, moment, joined);
                RowEnd end = against.map(RowEnd::conflict).orElseGet(() -> RowEnd.applied("", false));
                approved.forEach(row -> ends.put(row, end));
                if (against.isEmpty()) {
                    approved.forEach(joined::take);
                }
            }
        }
        return ends;
    }

    private Optional<String> against(List<LedgerRow> rows, Moment moment, Joined joined) {
        LedgerRow first = rows.get(0);
        if (inputs.of(first.planId()).filter(moment.digest()::equals).isEmpty()) {
            return Optional.of("The file is no longer the one that was planned.");
        }
        return rows.stream()
                .flatMap(row ->
                        keptApart(row).or(() -> moment.notAsReported(row)).or(() -> joined.against(row)).stream())
                .findFirst()
                .or(() -> unseenLoss(rows, joined));
    }

    private Optional<String> keptApart(LedgerRow row) {
        @Nullable PersonId survivor = row.survivor();
        return survivor != null && keptApart.contains(PersonPair.of(row.absorbed(), survivor))
                ? Optional.of("Persons " + row.absorbed() + " and " + survivor
                        + " were decided to be two human beings since it was approved.")
                : Optional.empty();
    }

    /** What finds no room because of rows of other reports the report did not show. */
    private Optional<String> unseenLoss(List<LedgerRow> rows, Joined joined) {
        @Nullable PersonId survivor = rows.get(0).survivor();
        if (survivor == null) {
            return Optional.empty();
        }
        ApprovedGroup group = ApprovedGroup.of(ledger, new Effects(store), rows.get(0), phones, room);
        Person golden = joined.with(survivor, rows);
        return rows.stream()
                .flatMap(row -> rules.lacking(golden, group.planned().member(row.absorbed())).stream())
                .filter(lost -> !group.shows(lost))
                .findFirst()
                .map(lost -> "With the rows that were approved, a value of the field " + lost.field()
                        + " would be lost, which the report did not show.");
    }

    private Map<PersonId, Person> write(Joined joined, String digest) {
        Map<PersonId, Person> survivors = new HashMap<>();
        FailPoint.hit("before-copy");
        AtomicFile.write(copy, out -> survivors.putAll(file.write(joined.groups(), joined.deleted(), digest, out)));
        FailPoint.hit("after-copy");
        return survivors;
    }

    private void shortfalls(Map<PersonId, Person> copied, Joined joined, Map<LedgerRow, RowEnd> ends) {
        ends.replaceAll((row, end) -> {
            @Nullable PersonId survivor = row.survivor();
            @Nullable Person holds = survivor == null ? null : copied.get(survivor);
            boolean lacks = end.effective()
                    && survivor != null
                    && (holds == null
                            || !rules.lacking(holds, joined.golden(survivor)).isEmpty());
            return lacks ? RowEnd.applied("The copy lacks something of its golden record.", false) : end;
        });
    }

    /** @param copied the file that was copied; null if none was */
    private void settle(Map<LedgerRow, RowEnd> ends, @Nullable String copied) {
        Instant now = clock.instant();
        Crosswalk crosswalk = new Crosswalk(store);
        store.writeAtOnce(() -> {
            ends.forEach((row, end) -> {
                ledger.settle(row, end.state(), end.reason(), end.reconciled(), runId, now);
                @Nullable PersonId survivor = row.survivor();
                if (end.effective() && survivor != null) {
                    crosswalk.add(row.absorbed(), survivor, runId, now);
                }
            });
            if (copied != null) {
                inputs.copied(copied);
            }
        });
    }

    /** A copy that an earlier process of this run wrote and did not settle is nobody's result. */
    private void withoutLeftover() {
        if (ledger.appliedBy(runId).isEmpty()) {
            AtomicFile.remove(copy);
        }
    }

    private static List<List<LedgerRow>> byGroup(List<LedgerRow> rows) {
        Map<String, List<LedgerRow>> groups = new LinkedHashMap<>();
        rows.forEach(row -> groups.computeIfAbsent(row.planId() + " " + row.groupId(), unused -> new ArrayList<>())
                .add(row));
        return List.copyOf(groups.values());
    }
}
