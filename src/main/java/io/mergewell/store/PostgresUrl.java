package io.mergewell.store;

import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/**
 * Which URLs are handed to PostgreSQL's driver. It knows no user before an {@code @}: it takes one for a part of the
 * host, and writes the whole of it to the log.
 */
final class PostgresUrl {

    private static final String HOST = "(?:\\[[^]@/?]*]|[^]\\[:/?@,]*)(?::\\d{1,5})?";
    private static final String DATABASE = "[^/?@]*";
    private static final String PARAMETER = "[^=&@]*(?:=[^&]*)?";
    private static final Pattern SAFE = Pattern.compile("jdbc:postgresql:(?://" + HOST + "(?:," + HOST + ")*(?:/"
            + DATABASE + ")?|/?" + DATABASE + ")(?:\\?" + PARAMETER + "(?:&" + PARAMETER + ")*)?");

    /** Held here, since loggers are forgotten with their settings when nobody holds them. */
    private static final Logger DRIVER = Logger.getLogger("org.postgresql");

    private PostgresUrl() {}

    /**
     * Goes on with a URL that holds its secrets among its settings only. What the driver has to say it says in
     * exceptions; its log is silent from now on.
     *
     * @throws StoreException.Misconfigured if it does not; the URL is not quoted
     */
    static String require(String url) {
        DRIVER.setLevel(Level.OFF);
        if (!SAFE.matcher(url).matches()) {
            throw new StoreException.Misconfigured(
                    "The key store.url is no address of a PostgreSQL database, or has a user"
                            + " or password before an @. It has to look like"
                            + " jdbc:postgresql://HOST:PORT/DATABASE?user=…&password=…, where special characters are written as"
                            + " percent and their code, such as %40 for @. Correct it in the job file.");
        }
        return url;
    }
}
