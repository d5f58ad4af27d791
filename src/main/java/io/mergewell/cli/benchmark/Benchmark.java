package io.mergewell.cli.benchmark;

import io.mergewell.cli.benchmark.BenchmarkResult.Auto;
import io.mergewell.cli.evaluate.AutoGroups;
import io.mergewell.cli.evaluate.LabelledFile;
import io.mergewell.cli.evaluate.PairCounts;
import io.mergewell.cli.evaluate.Truth;
import io.mergewell.cluster.Group;
import io.mergewell.cluster.Resolution;
import io.mergewell.cluster.Resolver;
import io.mergewell.crm.PersonPage;
import io.mergewell.crm.PersonSource;
import io.mergewell.crm.ReadScope;
import io.mergewell.crm.SourcedPerson;
import io.mergewell.crm.connect.CrmSettings;
import io.mergewell.crm.systems.PersonFiles;
import io.mergewell.job.Amount;
import io.mergewell.job.JobFile;
import io.mergewell.job.RunProgress;
import io.mergewell.review.words.Counted;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Matches a labelled list as a dry run does, from the first byte of the file to the groups, and measures it. What the
 * labels say is read only afterwards, so that the measured part knows and holds nothing of them.
 */
public final class Benchmark {

    /** The plan that tells which groups are AUTO holds the persons of all groups: more of them may not fit. */
    private static final long MOST_PLANNED = 2_000_000;

    private final JobFile job;
    private final CrmSettings.Csv csv;
    private final RunProgress progress;
    private long persons;

    /** @param csv the list of the job */
    public Benchmark(JobFile job, CrmSettings.Csv csv, RunProgress progress) {
        this.job = job;
        this.csv = csv;
        this.progress = progress;
    }

    /**
     * Matches, and compares with the labels. To be called once.
     *
     * @throws io.mergewell.crm.CrmException if the list cannot be read
     */
    public BenchmarkResult run() {
        Effort.Running running = Effort.begin();
        progress.stepStarted("Reading them");
        Resolver resolver = new Resolver(job.match());
        read(resolver);
        double reading = running.spent().seconds();
        progress.stepStarted("Comparing them");
        Resolution resolution = resolver.resolve(Set.of());
        Effort effort = running.spent();
        SortedMap<String, Double> seconds = new TreeMap<>(resolution.seconds());
        seconds.put("read", reading);
        seconds.put("total", effort.seconds());
        progress.stepStarted("Judging the groups");
        return judged(resolution, seconds, effort);
    }

    private void read(Resolver resolver) {
        try (PersonSource source = PersonFiles.csv(csv.file(), csv.columns())) {
            String cursor = null;
            do {
                PersonPage page = source.page(new ReadScope.Everything(), cursor);
                page.persons().stream().map(SourcedPerson::person).forEach(resolver::add);
                persons += page.persons().size();
                progress.advanced("read", Counted.of(persons, "person"));
                progress.counted(new Amount(persons, null, "persons"));
                cursor = page.next();
            } while (cursor != null);
        }
    }

    private BenchmarkResult judged(Resolution resolution, SortedMap<String, Double> seconds, Effort effort) {
        LabelledFile labelled = new LabelledFile(csv, PersonList.TRUTH);
        Truth truth = new Truth();
        labelled.read((person, label) -> {
            if (label != null) {
                truth.add(person.id(), label);
            }
        });
        PairCounts clusters =
                truth.judge(resolution.groups().stream().map(Group::members).toList());
        return new BenchmarkResult(
                persons,
                resolution.pairsCompared(),
                resolution.groups().size(),
                seconds,
                clusters,
                auto(resolution, labelled, truth, clusters),
                effort);
    }

    private @Nullable Auto auto(Resolution resolution, LabelledFile labelled, Truth truth, PairCounts clusters) {
        if (persons > MOST_PLANNED) {
            return null;
        }
        PairCounts pairs = truth.judge(new AutoGroups(job, job.match(), labelled).of(resolution, persons));
        return new Auto(pairs, clusters.existing() == 0 ? 0 : (double) pairs.right() / clusters.existing());
    }
}
