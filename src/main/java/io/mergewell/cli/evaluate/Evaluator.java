package io.mergewell.cli.evaluate;

import io.mergewell.cli.evaluate.Evaluation.AtThreshold;
import io.mergewell.cluster.Group;
import io.mergewell.cluster.Matching;
import io.mergewell.cluster.Resolution;
import io.mergewell.cluster.Resolver;
import io.mergewell.crm.RejectedRecord;
import io.mergewell.crm.connect.CrmSettings;
import io.mergewell.job.JobFile;
import io.mergewell.match.FieldKind;
import io.mergewell.match.MatchSettings;
import io.mergewell.match.Part;
import io.mergewell.match.Thresholds;
import io.mergewell.person.PersonId;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Matches a labelled file as a dry run would, without a store, and compares the result with the labels. */
public final class Evaluator {

    private static final double NANOS = 1e9;

    private final JobFile job;
    private final LabelledFile file;
    private final MatchSettings settings;
    private final Set<Part> without;
    private final Truth truth = new Truth();
    private long records;

    /**
     * @param csv the file of the job
     * @param truthColumn the column that tells who each row is; takes no part in matching, whatever the job maps it to
     */
    public Evaluator(JobFile job, CrmSettings.Csv csv, String truthColumn) {
        this(job, csv, truthColumn, Set.of());
    }

    /**
     * An evaluation of less than the whole.
     *
     * @param without parts of matching that are left out, to measure what they earn
     */
    public Evaluator(JobFile job, CrmSettings.Csv csv, String truthColumn, Set<Part> without) {
        this.job = job;
        this.file = new LabelledFile(csv, truthColumn);
        this.without = without;
        this.settings = without(truthColumn, csv, job.match());
    }

    /**
     * An evaluation, with what it was made from for those who look closer.
     *
     * @param truth by the records of the matching
     */
    public record Evaluated(Evaluation evaluation, Matching matching, RecordTruth truth) {}

    /**
     * Reads, matches and compares. To be called once.
     *
     * @throws io.mergewell.crm.CrmException if the file cannot be read, or lacks a column
     */
    public Evaluated evaluate() {
        long start = System.nanoTime();
        Resolver resolver = new Resolver(settings, without);
        List<RejectedRecord> rejected = file.read((person, label) -> {
            records++;
            resolver.add(person);
            if (label != null) {
                truth.add(person.id(), label);
            }
        });
        double reading = secondsSince(start);
        Matching matching = resolver.match(Set.of());
        Resolution resolution = matching.resolution();
        SortedMap<String, Double> seconds = new TreeMap<>(resolution.seconds());
        seconds.put("read", reading);
        seconds.put("total", secondsSince(start));
        RecordTruth recordTruth = truth.of(matching.records(), matching::id);
        Evaluation evaluation = evaluation(resolution, sweep(matching, recordTruth), seconds, rejected);
        return new Evaluated(evaluation, matching, recordTruth);
    }

    private Evaluation evaluation(
            Resolution resolution,
            ThresholdSweep sweep,
            SortedMap<String, Double> seconds,
            List<RejectedRecord> rejected) {
        long truePairs = truth.pairs();
        Thresholds thresholds = resolution.thresholds();
        return new Evaluation(
                records,
                truePairs,
                resolution.pairsCompared(),
                truePairs == 0 ? 1 : (double) sweep.reachable() / truePairs,
                at(thresholds.review(), sweep),
                thresholds.auto() > 1 ? null : at(thresholds.auto(), sweep),
                at(sweep.best(truePairs), sweep),
                truth.judge(resolution.groups().stream().map(Group::members).toList()),
                resolution.groups().stream()
                        .mapToInt(group -> group.members().size())
                        .max()
                        .orElse(Math.min(1, (int) records)),
                auto(resolution),
                seconds,
                rejected);
    }

    private AtThreshold at(double threshold, ThresholdSweep sweep) {
        return new AtThreshold(threshold, sweep.at(threshold, truth.pairs()));
    }

    private static ThresholdSweep sweep(Matching matching, RecordTruth truth) {
        ThresholdSweep sweep = new ThresholdSweep();
        matching.forEachPair((a, b, probability, levels) -> {
            if (truth.knows(a, b)) {
                sweep.add(probability, truth.isOnePerson(a, b));
            }
        });
        return sweep;
    }

    private @Nullable PairCounts auto(Resolution resolution) {
        List<List<PersonId>> groups = new AutoGroups(job, settings, file).of(resolution, records);
        return groups.isEmpty() ? null : truth.judge(groups);
    }

    /** Further fields that are the truth itself are not compared. */
    private static MatchSettings without(String truthColumn, CrmSettings.Csv csv, MatchSettings settings) {
        SortedMap<String, FieldKind> fields = new TreeMap<>(settings.fields());
        csv.columns().custom().forEach((key, column) -> {
            if (column.equals(truthColumn)) {
                fields.remove("custom." + key);
            }
        });
        return new MatchSettings(
                settings.phoneRegion(),
                settings.reviewThreshold(),
                settings.autoThreshold(),
                settings.pinned(),
                fields);
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / NANOS;
    }
}
