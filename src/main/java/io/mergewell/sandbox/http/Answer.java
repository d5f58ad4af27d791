package io.mergewell.sandbox.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is sent back: status, headers and a body that is ready to go out. */
public final class Answer {

    private final int status;
    private final SortedMap<String, String> headers;
    private final byte[] body;

    private Answer(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
        this.body = body;
    }

    /** An answer in JSON. The array becomes the answer's own. */
    public static Answer json(int status, byte[] body) {
        return new Answer(status, Map.of("content-type", "application/json; charset=utf-8"), body);
    }

    /** A sentence. */
    static Answer plain(int status, String sentence) {
        return new Answer(
                status, Map.of("content-type", "text/plain; charset=utf-8"), sentence.getBytes(StandardCharsets.UTF_8));
    }

    /** The same answer with more headers. */
    public Answer with(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(headers);
        all.putAll(more);
        return new Answer(status, all, body);
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** Headers by name, without those that the connection needs. */
    SortedMap<String, String> headers() {
        return headers;
    }

    int length() {
        return body.length;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(body);
    }
}
