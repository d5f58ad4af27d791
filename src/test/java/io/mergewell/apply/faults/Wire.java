package io.mergewell.apply.faults;

import io.mergewell.crm.ScriptedServer;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One connection, on which requests come one after the other. */
final class Wire {

    private static final Pattern HEADER = Pattern.compile("(?m)^([^:\\r\\n]+): *(.*?)\\r?$");

    private final Socket socket;
    private final InputStream in;

    Wire(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
        socket.setTcpNoDelay(true);
    }

    /** A request as it came. */
    record Request(String method, String target, String token, String contentType, String body) {

        /** One of JSON. */
        Request(String method, String target, String token, String body) {
            this(method, target, token, "application/json", body);
        }
    }

    /** The next request; empty if the client has closed the connection. */
    Optional<Request> next() throws IOException {
        String head = head();
        if (head.isEmpty()) {
            return Optional.empty();
        }
        String[] line = head.split(" ", 3);
        int length = Integer.parseInt("0" + header(head, "content-length"));
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException();
        }
        return Optional.of(new Request(
                line[0],
                line[1],
                header(head, "x-api-token") + header(head, "x-api-key"),
                header(head, "content-type"),
                new String(body, StandardCharsets.UTF_8)));
    }

    /** An honest answer, after which the connection stays open. */
    void answer(FaultyCrm.Answer answer) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(("HTTP/1.1 " + answer.status() + " Scripted\r\ncontent-type: " + answer.contentType()
                        + "\r\ncontent-length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        whole.writeBytes(body);
        socket.getOutputStream().write(whole.toByteArray());
    }

    /** Anything else, after which the connection is closed. */
    void play(ScriptedServer.Reply reply) throws IOException {
        reply.play(socket);
    }

    private String head() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int state = 0;
        while (state < 4) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.write(next);
            boolean expected = next == (state % 2 == 0 ? '\r' : '\n');
            state = expected ? state + 1 : next == '\r' ? 1 : 0;
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private static String header(String head, String name) {
        Matcher header = HEADER.matcher(head);
        while (header.find()) {
            if (header.group(1).toLowerCase(Locale.ROOT).equals(name)) {
                return header.group(2);
            }
        }
        return "";
    }
}
