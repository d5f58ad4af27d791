package io.mergewell.crm.http;

import io.mergewell.crm.CrmException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * One request and its whole answer, or one reason why there is none. Follows no redirect. The JDK's client sends a GET
 * anew by itself if the connection closes before the answer's first byte, as a kept-alive one may; with a write it does
 * so only where a system property allows it, which is therefore taken back.
 */
public final class Exchange {

    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(20);

    static {
        // The client reads both once, before its first request; for it, even an empty value means yes.
        System.setProperty("jdk.httpclient.enableAllMethodRetry", "false");
        System.setProperty("jdk.httpclient.disableRetryConnect", "true");
    }

    private final String peer;
    private final Duration timeout;
    private final HttpClient client;
    private boolean everAnswered;

    /**
     * Sends nothing yet.
     *
     * @param peer who is at the other end, to begin a sentence with
     * @param timeout for everything from connecting to the answer's last byte
     */
    public Exchange(String peer, Duration timeout) {
        this.peer = peer;
        this.timeout = timeout;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout.compareTo(LONGEST_CONNECT) < 0 ? timeout : LONGEST_CONNECT)
                .build();
    }

    /**
     * The whole answer, whatever its status.
     *
     * @throws PassingTrouble if there is none, and may be one the next time
     * @throws CrmException if there is none to be had, or none that can be read
     */
    public Answer send(HttpRequest request) throws PassingTrouble {
        CompletableFuture<HttpResponse<byte[]>> coming = client.sendAsync(request, head -> new BoundedBody());
        try {
            HttpResponse<byte[]> response = coming.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            everAnswered = true;
            return new Answer(response.statusCode(), response.headers(), unzipped(response));
        } catch (TimeoutException late) {
            coming.cancel(true);
            throw PassingTrouble.onTheWay("did not finish its answer within " + timeout.toSeconds() + " seconds");
        } catch (ExecutionException failed) {
            throw trouble(failed);
        } catch (InterruptedException stopped) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            throw new CrmException.Stopped();
        }
    }

    private byte[] unzipped(HttpResponse<byte[]> response) throws PassingTrouble {
        String encoding = response.headers().firstValue("content-encoding").orElse("identity");
        if (encoding.equalsIgnoreCase("identity") || response.body().length == 0) {
            return response.body();
        }
        try {
            if (encoding.equalsIgnoreCase("gzip")) {
                return BoundedBody.unzipped(response.body());
            }
        } catch (BoundedBody.TooLong bomb) {
            throw tooLong();
        } catch (EOFException cut) {
            throw PassingTrouble.unfinished("broke off in the middle of a compressed answer");
        } catch (IOException notGzip) {
            throw new CrmException.BrokenContract(peer + " sent an answer that says it is gzip and is not.");
        }
        throw new CrmException.BrokenContract(
                peer + " sent an answer in an encoding that was not asked for. Nothing of it was kept.");
    }

    /** The failure as a sentence of ours: the library's own words may quote what was sent. */
    private PassingTrouble trouble(ExecutionException failed) {
        if (causedBy(failed, BoundedBody.TooLong.class)) {
            throw tooLong();
        }
        if (causedBy(failed, CertificateException.class)) {
            throw new CrmException.Misconfigured(peer + " shows a certificate that is not valid for it, so that"
                    + " the token was not sent. Check crm.base-url; behind a company proxy, its certificate must be"
                    + " in Java's trust store.");
        }
        boolean unreachable = causedBy(failed, ConnectException.class)
                || causedBy(failed, HttpConnectTimeoutException.class)
                || causedBy(failed, UnresolvedAddressException.class);
        if (unreachable && !everAnswered) {
            throw new CrmException.Temporary(String.format(
                    Locale.ROOT,
                    "%s cannot be reached: %s. Check crm.base-url and the network, then run the same command again.",
                    peer,
                    causedBy(failed, UnresolvedAddressException.class)
                            ? "no host of that name is known here"
                            : "nothing accepts connections there"));
        }
        return unreachable
                ? PassingTrouble.unsent("could no longer be reached")
                : PassingTrouble.onTheWay("broke the connection");
    }

    private CrmException.BrokenContract tooLong() {
        return new CrmException.BrokenContract(peer + " sent an answer of more than " + (BoundedBody.LIMIT >> 20)
                + " MiB. It was cut off; nothing of it was kept.");
    }

    private static boolean causedBy(Throwable failure, Class<? extends Throwable> type) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).anyMatch(type::isInstance);
    }
}
