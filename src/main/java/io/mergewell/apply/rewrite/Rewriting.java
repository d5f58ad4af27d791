package io.mergewell.apply.rewrite;

import io.mergewell.apply.Rounds;
import io.mergewell.apply.approved.ApprovedGroup;
import io.mergewell.apply.approved.RowEnd;
import io.mergewell.apply.approved.Withdrawals;
import io.mergewell.crm.PersonRewriter;
import io.mergewell.normalise.Phones;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.person.PersonPair;
import io.mergewell.plan.Fingerprint;
import io.mergewell.plan.Room;
import io.mergewell.plan.golden.FieldRules;
import io.mergewell.review.AtomicFile;
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
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Applies approved rows of a file, all in one round: writes a copy without the duplicates, in which survivors hold what
 * their golden records do. The copy carries out every row that was ever applied to this very file, so that the newest is
 * the whole result. The file itself is never changed, which is why no cap of a day holds.
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
        this.rules = new FieldRules(phones, room);
    }

    /**
     * Everything there is to do.
     *
     * @return false: nothing is left
     * @throws io.mergewell.crm.CrmException if the file cannot be read, or is replaced meanwhile
     * @throws io.mergewell.review.ReviewException if the copy cannot be written: then no row is settled
     */
    @Override
    public boolean round() {
        List<LedgerRow> open = ledger.open(0, Integer.MAX_VALUE);
        if (!open.isEmpty()) {
            String digest = file.digest();
            Joined joined = new Joined(ledger, rules);
            appliedTo(digest).forEach(joined::take);
            Map<LedgerRow, RowEnd> ends = judged(open, digest, joined);
            if (ends.values().stream().anyMatch(RowEnd::effective)) {
                shortfalls(write(joined, digest), joined, ends);
            }
            settle(ends);
        }
        return false;
    }

    @Override
    public boolean lookAgain() {
        return false;
    }

    @Override
    public List<String> limits() {
        return List.of();
    }

    private List<LedgerRow> appliedTo(String digest) {
        return new Inputs(store)
                .plansOf(digest).stream()
                        .flatMap(plan -> ledger.appliedOf(plan).stream())
                        .toList();
    }

    /** What the reviewer approved was a group as a whole: what stands against one row of it stands against all. */
    private Map<LedgerRow, RowEnd> judged(List<LedgerRow> open, String digest, Joined joined) {
        Withdrawals withdrawals = new Withdrawals(store);
        Map<PersonId, Person> present = file.persons(concerned(open));
        Map<LedgerRow, RowEnd> ends = new LinkedHashMap<>();
        for (List<LedgerRow> rows : byGroup(open)) {
            List<LedgerRow> approved = new ArrayList<>();
            for (LedgerRow row : rows) {
                if (withdrawals.include(row)) {
                    ends.put(row, RowEnd.WITHDRAWN);
                } else {
                    approved.add(row);
                }
            }
            Optional<String> against = approved.stream()
                    .flatMap(row -> against(row, digest, present, joined).stream())
                    .findFirst();
            for (LedgerRow row : approved) {
                ends.put(row, against.map(RowEnd::conflict).orElseGet(() -> RowEnd.applied("", false)));
                if (against.isEmpty()) {
                    joined.take(row);
                }
            }
        }
        return ends;
    }

    private Optional<String> against(LedgerRow row, String digest, Map<PersonId, Person> present, Joined joined) {
        if (!new Inputs(store).of(row.planId()).filter(digest::equals).isPresent()) {
            return Optional.of("The file is no longer the one that was planned.");
        }
        @Nullable PersonId survivor = row.survivor();
        if (survivor != null && keptApart.contains(PersonPair.of(row.absorbed(), survivor))) {
            return Optional.of("Persons " + row.absorbed() + " and " + survivor
                    + " were decided to be two human beings since it was approved.");
        }
        ApprovedGroup group = ApprovedGroup.of(ledger, new Effects(store), row, phones, room);
        for (PersonId person : concerned(List.of(row))) {
            @Nullable Person now = present.get(person);
            String reviewed = group.planned().fingerprints().get(person);
            if (now == null || !Fingerprint.of(now).equals(reviewed)) {
                return Optional.of("Person " + person + " is not in the file as the report showed it.");
            }
        }
        Optional<String> loss = survivor == null ? Optional.empty() : group.unseenLoss(row, survivor);
        return loss.or(() -> joined.against(row));
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

    private void settle(Map<LedgerRow, RowEnd> ends) {
        Instant now = clock.instant();
        Crosswalk crosswalk = new Crosswalk(store);
        store.writeAtOnce(() -> ends.forEach((row, end) -> {
            ledger.settle(row, end.state(), end.reason(), end.reconciled(), runId, now);
            @Nullable PersonId survivor = row.survivor();
            if (end.effective() && survivor != null) {
                crosswalk.add(row.absorbed(), survivor, runId, now);
            }
        }));
    }

    private static Set<PersonId> concerned(List<LedgerRow> rows) {
        Set<PersonId> persons = new TreeSet<>();
        for (LedgerRow row : rows) {
            persons.add(row.absorbed());
            Optional.ofNullable(row.survivor()).ifPresent(persons::add);
        }
        return persons;
    }

    private static List<List<LedgerRow>> byGroup(List<LedgerRow> rows) {
        Map<String, List<LedgerRow>> groups = new TreeMap<>();
        rows.forEach(row -> groups.computeIfAbsent(row.planId() + " " + row.groupId(), unused -> new ArrayList<>())
                .add(row));
        return List.copyOf(groups.values());
    }
}
