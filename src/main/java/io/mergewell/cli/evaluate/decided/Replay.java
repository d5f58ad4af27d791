package io.mergewell.cli.evaluate.decided;

import io.mergewell.cli.evaluate.AutoGroups;
import io.mergewell.cli.evaluate.Evaluation;
import io.mergewell.cli.evaluate.Evaluation.AtThreshold;
import io.mergewell.cli.evaluate.PairCounts;
import io.mergewell.cli.evaluate.ThresholdSweep;
import io.mergewell.cli.evaluate.decided.DecidedEvaluation.Contradicted;
import io.mergewell.cli.evaluate.decided.Verdicts.Verdict;
import io.mergewell.cluster.Matching;
import io.mergewell.cluster.Resolution;
import io.mergewell.cluster.Resolver;
import io.mergewell.job.JobFile;
import io.mergewell.job.StoreLook;
import io.mergewell.match.Thresholds;
import io.mergewell.person.Person;
import io.mergewell.person.PersonId;
import io.mergewell.plan.Capabilities;
import io.mergewell.store.Store;
import io.mergewell.store.mirror.Mirror;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Matches the mirror once more with the persons of decided pairs as they were, and compares what comes of them with what
 * people decided. What was decided keeps nobody apart here: that would be the answer in the question.
 */
public final class Replay {

    private static final double NANOS = 1e9;
    private static final int BATCH = 2_000;
    private static final Comparator<Contradicted> GRAVEST_FIRST = Comparator.comparing(Contradicted::auto)
            .thenComparing(one -> one.decision().decision())
            .reversed()
            .thenComparing(Comparator.comparingDouble(Contradicted::score).reversed())
            .thenComparing(one -> one.decision().duplicate());

    private final StoreLook store;
    private final Capabilities capabilities;

    /** @param capabilities of the system that the persons are in */
    public Replay(StoreLook store, Capabilities capabilities) {
        this.store = store;
        this.capabilities = capabilities;
    }

    /**
     * What matching found of the cases, without what it took to find it.
     *
     * @param records how many were matched
     * @param reading seconds that reading took
     */
    private record Found(Resolution resolution, Verdicts verdicts, long records, double reading) {}

    /** Replays cases with the settings of a job. */
    public DecidedEvaluation run(JobFile job, Cases cases) {
        long start = System.nanoTime();
        Cast cast = new Cast(job.match(), cases.all());
        Found found = match(job, cast, cases);
        Map<PersonId, Integer> auto = autoGroups(job, cast, found);
        SortedMap<String, Double> seconds = new TreeMap<>(found.resolution().seconds());
        seconds.put("read", found.reading());
        seconds.put("total", secondsSince(start));
        Predicate<DecidedCase> isAuto = one -> {
            @Nullable Integer group = auto.get(cast.idOf(one.survivor()));
            return group != null && group.equals(auto.get(cast.idOf(one.duplicate())));
        };
        return new DecidedEvaluation(cases, evaluation(found, isAuto, seconds), contradicted(found.verdicts(), isAuto));
    }

    private static long addOthers(Store opened, Cast cast, Resolver resolver) {
        long[] added = {0};
        new Mirror(opened).forEach(person -> {
            if (!cast.replaces(person.id())) {
                resolver.add(person);
                added[0]++;
            }
        });
        return added[0];
    }

    private Found match(JobFile job, Cast cast, Cases cases) {
        long start = System.nanoTime();
        Resolver resolver = new Resolver(job.match());
        long others = store.at(opened -> addOthers(opened, cast, resolver));
        cast.records().values().forEach(resolver::add);
        double reading = secondsSince(start);
        Matching matching = resolver.match(Set.of());
        return new Found(
                matching.resolution(),
                Verdicts.of(matching, cast, cases.all()),
                cast.records().size() + others,
                reading);
    }

    /** The number of the group of band AUTO, by member. */
    private Map<PersonId, Integer> autoGroups(JobFile job, Cast cast, Found found) {
        List<List<PersonId>> groups = new AutoGroups(job, job.match(), capabilities, ids -> persons(cast, ids))
                .of(found.resolution(), found.records());
        Map<PersonId, Integer> groupOf = new HashMap<>();
        for (int group = 0; group < groups.size(); group++) {
            for (PersonId member : groups.get(group)) {
                groupOf.put(member, group);
            }
        }
        return groupOf;
    }

    private Map<PersonId, Person> persons(Cast cast, Set<PersonId> ids) {
        Map<PersonId, Person> persons = new HashMap<>();
        List<PersonId> others = ids.stream()
                .filter(id -> !cast.records().containsKey(id))
                .sorted()
                .toList();
        cast.records().forEach((id, person) -> {
            if (ids.contains(id)) {
                persons.put(id, person);
            }
        });
        return store.at(opened -> {
            for (int from = 0; from < others.size(); from += BATCH) {
                opened.giveWay();
                new Mirror(opened)
                        .find(others.subList(from, Math.min(from + BATCH, others.size())))
                        .forEach((id, mirrored) -> persons.put(id, mirrored.person()));
            }
            return persons;
        });
    }

    private static Evaluation evaluation(
            Found found, Predicate<DecidedCase> isAuto, SortedMap<String, Double> seconds) {
        List<Verdict> verdicts = found.verdicts().all();
        ThresholdSweep sweep = found.verdicts().sweep();
        long approved =
                verdicts.stream().filter(one -> one.decided().isOnePerson()).count();
        Thresholds thresholds = found.resolution().thresholds();
        PairCounts auto = counts(verdicts, one -> isAuto.test(one.decided()), approved);
        double best = sweep.best(approved);
        return new Evaluation(
                found.records(),
                approved,
                found.resolution().pairsCompared(),
                approved == 0 ? 1 : (double) sweep.reachable() / approved,
                new AtThreshold(thresholds.review(), sweep.at(thresholds.review(), approved)),
                thresholds.auto() > 1
                        ? null
                        : new AtThreshold(thresholds.auto(), sweep.at(thresholds.auto(), approved)),
                new AtThreshold(best, sweep.at(best, approved)),
                counts(verdicts, Verdict::together, approved),
                found.resolution().groups().stream()
                        .mapToInt(group -> group.members().size())
                        .max()
                        .orElse((int) Math.min(1, found.records())),
                auto.claimed() == 0 ? null : auto,
                seconds,
                List.of());
    }

    private static PairCounts counts(List<Verdict> verdicts, Predicate<Verdict> isClaimed, long existing) {
        List<Verdict> claimed = verdicts.stream().filter(isClaimed).toList();
        long right = claimed.stream().filter(one -> one.decided().isOnePerson()).count();
        return new PairCounts(claimed.size(), right, existing);
    }

    private static List<Contradicted> contradicted(Verdicts verdicts, Predicate<DecidedCase> isAuto) {
        return verdicts.all().stream()
                .filter(Verdict::isContradicted)
                .map(one ->
                        new Contradicted(one.decided().decision(), one.score(), isAuto.test(one.decided()), one.why()))
                .sorted(GRAVEST_FIRST)
                .toList();
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / NANOS;
    }
}
