package io.mergewell.cli.jobfile;

import io.mergewell.store.StoreSettings;
import java.util.List;

/** The section {@code store}. */
final class StoreSection {

    private static final Key<StoreSettings> URL = Key.open(
            "url",
            Kind.of("`jdbc:h2:file:…` or `jdbc:postgresql:…`", StoreSection::url),
            "`" + usual("JOB") + "`, named after the job",
            "where the job keeps what it remembers: a file, or a PostgreSQL database such as"
                    + " `jdbc:postgresql://host/database?user=…&password=${…}`");

    static final List<Key<?>> KEYS = List.of(URL);

    private StoreSection() {}

    /** @param job the job's name */
    static StoreSettings read(Section store, String job) {
        return store.onlyKeys(KEYS, "store").written(URL).orElseGet(() -> new StoreSettings(usual(job)));
    }

    private static String usual(String job) {
        return "jdbc:h2:file:./data/" + job;
    }

    /** The address may hold a password, so that no error shows it. */
    private static StoreSettings url(Setting setting) {
        String url = setting.text();
        if (url.startsWith("jdbc:h2:file:") || url.startsWith("jdbc:postgresql:")) {
            return new StoreSettings(url);
        }
        throw setting.error("store.url must begin with jdbc:h2:file: or jdbc:postgresql:, such as"
                + " jdbc:h2:file:./data/acme. What a job remembers has to outlive the program.");
    }
}
