package io.mergewell.apply.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** The way to the sandbox itself, past every fault. */
final class Passage {

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI baseUrl;

    Passage(URI baseUrl) {
        this.baseUrl = baseUrl;
    }

    /** Whatever the sandbox answers. @param headers names and values in turn */
    FaultyCrm.Answer send(String method, String target, String body, String... headers) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(baseUrl + target))
                .headers(headers)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return new FaultyCrm.Answer(
                    response.statusCode(),
                    response.headers().firstValue("content-type").orElse("text/plain"),
                    response.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
