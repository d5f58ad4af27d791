package io.mergewell.cli.evaluate.decided;

import io.mergewell.match.MatchSettings;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.plan.ComparedValues;
import io.mergewell.plan.Decision;
import io.mergewell.plan.PairDecision;
import io.mergewell.plan.Plan;
import io.mergewell.plan.PlannedGroup;
import io.mergewell.store.Store;
import io.mergewell.store.ledger.Ledger;
import io.mergewell.store.ledger.LedgerGroups;
import io.mergewell.store.ledger.LedgerRow;
import io.mergewell.store.memory.Decisions;
import io.mergewell.store.memory.Plans;
import io.mergewell.store.mirror.Mirror;
import io.mergewell.store.mirror.MirroredPerson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what the persons of decided pairs held when people decided, in what the store keeps anyway: the groups in the
 * ledger, which outlive the persons that were merged, then plans that are still valid. Who is in neither is taken from
 * the mirror: that two are one, or two, holds whatever they hold by now; a rejection holds as long as its evidence.
 */
public final class CaseFinder {

    private static final Comparator<DecidedCase> NEWEST_FIRST = Comparator.comparing(
                    (DecidedCase one) -> one.decision().decidedAt())
            .reversed()
            .thenComparing(one -> one.survivor().id())
            .thenComparing(one -> one.duplicate().id());

    private final Store store;
    private final String job;
    private final ComparedValues compared;
    private final List<DecidedCase> found = new ArrayList<>();

    /**
     * A finder in one store.
     *
     * @param job the job's name
     * @param match settings by which evidence is told from other values
     */
    public CaseFinder(Store store, String job, MatchSettings match) {
        this.store = store;
        this.job = job;
        this.compared = new ComparedValues(match);
    }

    /** Finds all. To be called once. */
    public Cases find() {
        List<PairDecision> pairs = new Decisions(store)
                .all().stream().filter(decision -> decision.survivor() != null).toList();
        List<PairDecision> decided = pairs.stream()
                .filter(decision -> decision.decision() != Decision.HOLD)
                .toList();
        List<PairDecision> missing = inPlans(decided, PairDecision::planId);
        missing = inPlans(missing, this::approvedIn);
        missing.forEach(this::inMirror);
        return new Cases(
                found.stream().sorted(NEWEST_FIRST).toList(),
                pairs.size() - decided.size(),
                decided.size() - found.size());
    }

    /** The plan in which the row of a decision was approved first. */
    private String approvedIn(PairDecision decision) {
        return new Ledger(store).find(decision.rowKey()).map(LedgerRow::planId).orElse("");
    }

    /** Returns those that are in none. One plan is held at a time. */
    private List<PairDecision> inPlans(List<PairDecision> decisions, Function<PairDecision, String> planOf) {
        SortedMap<String, List<PairDecision>> byPlan = new TreeMap<>();
        decisions.forEach(decision -> byPlan.computeIfAbsent(planOf.apply(decision), unseen -> new ArrayList<>())
                .add(decision));
        List<PairDecision> missing = new ArrayList<>();
        byPlan.forEach((plan, ofPlan) -> missing.addAll(plan.isEmpty() ? ofPlan : inPlan(plan, ofPlan)));
        return missing;
    }

    private List<PairDecision> inPlan(String plan, List<PairDecision> decisions) {
        store.giveWay();
        List<PairDecision> missing = inGroups(new LedgerGroups(store).of(plan), decisions);
        return missing.isEmpty() ? missing : inGroups(frozen(plan), missing);
    }

    private List<PlannedGroup> frozen(String plan) {
        return new Plans(store, job).find(plan).map(Plan::groups).orElse(List.of());
    }

    private List<PairDecision> inGroups(List<PlannedGroup> groups, List<PairDecision> decisions) {
        Map<PersonId, Map<PersonId, Person>> groupOf = new LinkedHashMap<>();
        for (PlannedGroup group : groups) {
            Map<PersonId, Person> members = new TreeMap<>();
            group.members().forEach(member -> members.put(member.id(), member));
            members.keySet().forEach(member -> groupOf.put(member, members));
        }
        return decisions.stream()
                .filter(decision -> !add(decision, groupOf.getOrDefault(decision.duplicate(), Map.of())))
                .toList();
    }

    private void inMirror(PairDecision decision) {
        List<PersonId> ids = Stream.of(decision.survivor(), decision.duplicate())
                .filter(Objects::nonNull)
                .toList();
        Map<PersonId, Person> present = new TreeMap<>();
        for (MirroredPerson mirrored : new Mirror(store).find(ids).values()) {
            present.put(mirrored.person().id(), mirrored.person());
        }
        if (decision.decision() != Decision.REJECT || isUnchanged(decision, present)) {
            add(decision, present);
        }
    }

    private boolean isUnchanged(PairDecision decision, Map<PersonId, Person> present) {
        return decision.evidence().isEmpty()
                || pair(decision, present)
                        .filter(one ->
                                compared.digest(one.survivor(), one.duplicate()).equals(decision.evidence()))
                        .isPresent();
    }

    private boolean add(PairDecision decision, Map<PersonId, Person> persons) {
        Optional<DecidedCase> pair = pair(decision, persons);
        pair.ifPresent(found::add);
        return pair.isPresent();
    }

    private static Optional<DecidedCase> pair(PairDecision decision, Map<PersonId, Person> persons) {
        @Nullable PersonId survivorId = decision.survivor();
        @Nullable Person survivor = survivorId == null ? null : persons.get(survivorId);
        @Nullable Person duplicate = persons.get(decision.duplicate());
        return survivor == null || duplicate == null
                ? Optional.empty()
                : Optional.of(new DecidedCase(decision, survivor, duplicate));
    }
}
