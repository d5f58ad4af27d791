package io.mergewell.cli.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLConnection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * A dead man's switch: asks for URL/start when a run begins, for URL when it succeeded and for URL/fail when it did not,
 * as <a href="https://healthchecks.io/docs/http_api/">healthchecks.io</a> and others take it. Nothing but the address is
 * sent. It may be a secret, so that warnings name its host alone, and there is one warning at most.
 */
final class Ping {

    private static final int SECONDS = 10;

    private final URI url;
    private final Consumer<String> warnings;
    private boolean warned;

    Ping(URI url, Consumer<String> warnings) {
        this.url = url;
        this.warnings = warnings;
    }

    void started() {
        ask("/start");
    }

    void ended(boolean success) {
        ask(success ? "" : "/fail");
    }

    private void ask(String suffix) {
        try {
            int status = status(below(suffix));
            if (status < 200 || status > 299) {
                warn("was answered with HTTP " + status);
            }
        } catch (URISyntaxException | IllegalArgumentException e) {
            warn("could not be sent: it takes an address such as https://hc-ping.com/1234");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            warn("was interrupted");
        } catch (ExecutionException e) {
            warn("could not be sent: its host does not answer");
        } catch (TimeoutException e) {
            warn("was not answered within " + SECONDS + " seconds");
        }
    }

    private URI below(String suffix) throws URISyntaxException {
        if (url.getHost() == null || !("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
            throw new IllegalArgumentException("not an address on the web");
        }
        String path = String.valueOf(url.getRawPath()).replaceFirst("/$", "") + suffix;
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        return new URI(url.getScheme() + "://" + url.getRawAuthority() + path + query);
    }

    /** On a thread of its own, since looking up a host has no time limit. */
    private static int status(URI asked) throws InterruptedException, ExecutionException, TimeoutException {
        return CompletableFuture.supplyAsync(() -> get(asked)).get(SECONDS, TimeUnit.SECONDS);
    }

    /** Not java.net.http: its first request would settle how the requests to the CRM are tried again. */
    private static int get(URI asked) {
        try {
            URLConnection opened = asked.toURL().openConnection();
            opened.setConnectTimeout(SECONDS * 1000);
            opened.setReadTimeout(SECONDS * 1000);
            HttpURLConnection connection = (HttpURLConnection) opened;
            connection.setInstanceFollowRedirects(false);
            try {
                return connection.getResponseCode();
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void warn(String what) {
        if (!warned) {
            warned = true;
            String host = url.getHost() == null ? "" : " to " + url.getHost();
            warnings.accept("The ping" + host + " " + what + ". The run goes on without it.");
        }
    }
}
