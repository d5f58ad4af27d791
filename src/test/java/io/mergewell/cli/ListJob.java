package io.mergewell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.cli.ending.ExitCode;
import io.mergewell.review.decided.Sheet;
import io.mergewell.store.StoreSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A job over a small list of persons, and what a customer does with it from day to day. */
public final class ListJob {

    static final String LIST = """
            id;name;email;phone
            1;Ada Lovelace;ada@analytical-engines.com;
            2;Lovelace Ada;ADA@analytical-engines.com;+1 415 555 0132
            3;Grace Hopper;grace@compilers-and-co.com;415 555 0199
            4;Hopper, Grace;rear.admiral@navy-mail.org;+1 (415) 555-0199
            5;Katherine Johnson;;
            """;

    private static final String JOB = """
            crm:
              type: csv
              file: persons.csv
              columns: { id: id, name: name, emails: [email], phones: [phone] }
            phone-region: US
            %s
            store: { url: "%s" }
            reports: %s
            apply: { inbox: %s }
            """;

    private final Path folder;
    private final StoreSettings store;

    public ListJob(Path folder, StoreSettings store) {
        this.folder = folder;
        this.store = store;
        list(LIST);
        settings("acme", "match: { review-threshold: 0.5 }");
    }

    public void list(String list) {
        write("persons.csv", list);
    }

    public String list() throws IOException {
        return Files.readString(folder.resolve("persons.csv"));
    }

    /** The job file acme.yml. */
    public String file() {
        return folder.resolve("acme.yml").toString();
    }

    public StoreSettings store() {
        return store;
    }

    public Path reports() {
        return folder.resolve("reports");
    }

    /** A job file of the same list with other settings. */
    public String settings(String name, String yaml) {
        return write(name + ".yml", JOB.formatted(yaml, store.url(), reports(), folder.resolve("inbox")))
                .toString();
    }

    public Typed dryRun() {
        return done("dry-run", file());
    }

    /** Hands in the newest report with decisions by the id of the duplicate. */
    public void apply(Map<String, String> decisions) {
        Sheet sheet = Sheet.open(reports().resolve("latest/review.csv"));
        new TreeMap<>(decisions).forEach(sheet::decide);
        done("apply", file(), sheet.save(folder.resolve("decided.csv")).toString());
    }

    /** Puts the cleaned copy in the place of the list, and reads it. */
    public void takeOver() throws IOException {
        list(Files.readString(reports().resolve("latest/cleaned.csv")));
        dryRun();
    }

    /** Remembers decisions: lines of survivor, duplicate and decision, maybe with more columns. */
    public void remember(String header, String lines) {
        Path file = write("decisions.csv", header + "\n" + lines);
        done("decisions", file(), "import", file.toString());
    }

    public Typed done(String... command) {
        Typed typed = new Typed(folder);
        assertThat(typed.run(command)).as(() -> typed.err()).isEqualTo(ExitCode.DONE);
        return typed;
    }

    public Typed ended(int code, String... command) {
        Typed typed = new Typed(folder);
        assertThat(typed.run(command)).as(() -> typed.err()).isEqualTo(code);
        return typed;
    }

    private Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
