package io.mergewell.cli.jobfile;

import io.mergewell.apply.ApplySettings;
import io.mergewell.crm.connect.CrmSettings;
import io.mergewell.job.JobFile;
import io.mergewell.job.KeepSettings;
import io.mergewell.match.MatchSettings;
import io.mergewell.plan.PlanSettings;
import io.mergewell.store.StoreSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads job files. What it lets through needs no second look: every key is known, every value in its range. */
public final class JobFileReader {

    private static final Pattern FILE_NAME = Pattern.compile("([A-Za-z0-9][A-Za-z0-9._-]{0,63})\\.ya?ml");

    private static final Key<Section> CRM =
            Key.required("crm", Kind.section(CrmSection.KEYS), "the system, and how to get in");
    private static final Key<Section> MATCH = section("match", MatchSection.KEYS, "how persons are compared");
    private static final Key<Section> PLAN = section("plan", PlanSection.KEYS, "what is proposed");
    private static final Key<Section> APPLY = section("apply", ApplySection.KEYS, "what one night may change");
    private static final Key<Section> STORE = section("store", StoreSection.KEYS, "what the job remembers");
    private static final Key<Section> KEEP =
            section("keep", KeepSection.KEYS, "how long what holds persons is kept, for `purge`");
    private static final Key<Path> REPORTS = Key.open(
            "reports",
            Kind.path("folder"),
            "`" + reports("JOB") + "`, named after the job",
            "where reports go, a folder for each run");

    /** What may stand in a job file. */
    static final List<Key<?>> KEYS = List.of(CRM, MatchSection.PHONE_REGION, MATCH, PLAN, APPLY, STORE, REPORTS, KEEP);

    private final Variables variables;
    private final boolean signsIn;

    /** @param environment the values of {@code ${NAME}}, as in {@link System#getenv()} */
    public JobFileReader(Map<String, String> environment) {
        this(environment, true);
    }

    private JobFileReader(Map<String, String> environment, boolean signsIn) {
        this.variables = new Variables(environment);
        this.signsIn = signsIn;
    }

    /**
     * One for work on what was read before. The credential of a job has to be named but neither looked up nor right, and
     * what comes of it opens no door.
     */
    public static JobFileReader withoutCredential(Map<String, String> environment) {
        return new JobFileReader(environment, false);
    }

    /**
     * The job a file describes, with every default filled in.
     *
     * @param path relative to the working directory, or absolute
     * @throws JobFileException if the file cannot be read, or anything in it is not as it must be
     */
    public JobFile read(Path path) {
        String name = name(path);
        JobFileContent content = JobFileContent.read(path);
        Mistakes mistakes = new Mistakes();
        Section job = Section.of(path, "", content.root(), new Reading(variables, mistakes, signsIn))
                .onlyKeys(KEYS, "a job file");
        Optional<Section> crm = mistakes.tried(() ->
                job.require(CRM, "the section crm, with at least its type").section());
        Optional<CrmSettings> settings = crm.flatMap(section -> mistakes.tried(() -> CrmSection.read(section)))
                .flatMap(read -> read);
        Duration sweepEvery = crm.map(section -> section.value(CrmSection.SWEEP_EVERY))
                .orElseGet(CrmSection.SWEEP_EVERY::presetValue);
        ApplySettings apply = ApplySection.read(job.section(APPLY), name);
        PlanSettings plan = PlanSection.read(job.section(PLAN), apply.rails());
        MatchSettings match = MatchSection.read(job, job.section(MATCH), settings);
        StoreSettings store = StoreSection.read(job.section(STORE), name);
        Path reports = job.written(REPORTS).orElseGet(() -> reports(name));
        KeepSettings keep = KeepSection.read(job.section(KEEP));
        if (settings.isEmpty() || !mistakes.isEmpty()) {
            throw mistakes.told();
        }
        return new JobFile(
                name, path, content.digest(), settings.get(), sweepEvery, match, plan, apply, store, reports, keep);
    }

    private static String name(Path path) {
        String file =
                Optional.ofNullable(path.getFileName()).map(Path::toString).orElse("");
        Matcher name = FILE_NAME.matcher(file);
        if (!name.matches()) {
            throw new Place(path, 0)
                    .error("a job is named after its file, so the name must end in .yml and hold only letters, digits,"
                            + " dots, dashes and underscores, at most 64 of them, such as acme.yml.");
        }
        return name.group(1);
    }

    private static Path reports(String job) {
        return Path.of("reports", job);
    }

    private static Key<Section> section(String name, List<Key<?>> keys, String meaning) {
        return Key.open(name, Kind.section(keys), "as below", meaning);
    }
}
