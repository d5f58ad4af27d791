package io.mergewell.cli.jobfile;

import io.mergewell.apply.ApplySettings;
import io.mergewell.crm.CrmSettings;
import io.mergewell.job.JobFile;
import io.mergewell.job.KeepSettings;
import io.mergewell.match.MatchSettings;
import io.mergewell.plan.PlanSettings;
import io.mergewell.store.StoreSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads job files. What it lets through needs no second look: every key is known, every value in its range. */
public final class JobFileReader {

    private static final Pattern FILE_NAME = Pattern.compile("([A-Za-z0-9][A-Za-z0-9._-]{0,63})\\.ya?ml");
    private static final Duration SWEEP_EVERY = Duration.ofDays(7);

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
                .onlyKeys(Keys.JOB, "a job file");
        Optional<Section> crm = mistakes.tried(() ->
                job.require("crm", "the section crm, with at least its type").section());
        Optional<CrmSettings> settings = crm.flatMap(section -> mistakes.tried(() -> CrmSection.read(section)))
                .flatMap(read -> read);
        Duration sweepEvery = crm.map(section ->
                        section.duration("sweep-every", Duration.ofHours(1), Duration.ofDays(365), SWEEP_EVERY))
                .orElse(SWEEP_EVERY);
        ApplySettings apply = ApplySection.read(job.section("apply"), name);
        PlanSettings plan = PlanSection.read(job.section("plan"), apply.rails());
        MatchSettings match = MatchSection.read(job, settings);
        StoreSettings store = store(job.section("store"), name);
        Path reports = job.value("reports", Setting::path).orElseGet(() -> Path.of("reports", name));
        KeepSettings keep = KeepSection.read(job.section("keep"));
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

    private static StoreSettings store(Section store, String job) {
        return store.onlyKeys(Keys.STORE, "store")
                .value("url", JobFileReader::url)
                .map(StoreSettings::new)
                .orElseGet(() -> new StoreSettings("jdbc:h2:file:./data/" + job));
    }

    /** The address may hold a password, so that no error shows it. */
    private static String url(Setting setting) {
        String url = setting.text();
        if (url.startsWith("jdbc:h2:file:") || url.startsWith("jdbc:postgresql:")) {
            return url;
        }
        throw setting.error("store.url must begin with jdbc:h2:file: or jdbc:postgresql:, such as"
                + " jdbc:h2:file:./data/acme. What a job remembers has to outlive the program.");
    }
}
