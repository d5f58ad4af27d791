package io.mergewell.crm.http;

import java.net.http.HttpHeaders;
import java.util.Locale;
import java.util.OptionalLong;

/** One whole answer, unzipped and within bounds. */
public final class Answer {

    private final int status;
    private final HttpHeaders headers;
    private final byte[] body;

    Answer(int status, HttpHeaders headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    public int status() {
        return status;
    }

    /** The body's bytes, not copied: whoever reads them leaves them as they are. */
    public byte[] body() {
        return body;
    }

    /** Whether the answer says that it is JSON. */
    public boolean isJson() {
        return header("content-type").toLowerCase(Locale.ROOT).contains("json");
    }

    /** The content type for a sentence: without parameters, {@code none} if there is none. */
    public String contentType() {
        String type = header("content-type").split(";", 2)[0].strip();
        return type.isEmpty() ? "none" : type;
    }

    /** The header's first value, stripped; empty if it is absent. */
    String header(String name) {
        return headers.firstValue(name).orElse("").strip();
    }

    /** A header that is a whole number of up to 15 digits; empty if it is absent or anything else. */
    OptionalLong number(String name) {
        String text = header(name);
        return text.matches("\\d{1,15}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }
}
