package io.mergewell.crm;

import io.mergewell.crm.ScriptedServer.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** Honest and dishonest answers. */
public final class Replies {

    private Replies() {}

    /** A JSON answer. @param headers further headers, each as {@code name: value} */
    public static Reply json(int status, String body, String... headers) {
        return typed(status, "application/json; charset=utf-8", body.getBytes(StandardCharsets.UTF_8), headers);
    }

    public static Reply html(int status) {
        return typed(status, "text/html", "<html>Attention required</html>".getBytes(StandardCharsets.UTF_8));
    }

    public static Reply typed(int status, String contentType, byte[] body, String... headers) {
        return socket -> {
            ScriptedServer.write(socket, head(status, contentType, body.length, headers));
            ScriptedServer.write(socket, body);
        };
    }

    /** JSON, gzipped. */
    public static Reply zipped(byte[] body) {
        return typed(200, "application/json", gzip(body), "content-encoding: gzip");
    }

    /** Announces more than it sends, then closes the connection. */
    public static Reply truncated(String body) {
        return socket -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            ScriptedServer.write(socket, head(200, "application/json", bytes.length + 100));
            ScriptedServer.write(socket, bytes);
        };
    }

    /** Closes the connection without a word. */
    public static Reply hangUp() {
        return socket -> {};
    }

    /** Resets the connection (RST) in the middle of the answer. */
    public static Reply reset() {
        return socket -> {
            ScriptedServer.write(socket, head(200, "application/json", 1000));
            socket.setSoLinger(true, 0);
        };
    }

    /** Reads the request and says nothing until the client leaves. */
    public static Reply silence() {
        return socket -> socket.getInputStream().read();
    }

    /** Sends one byte after the other, each well within any read timeout, until the client leaves. */
    public static Reply dribble() {
        return socket -> {
            ScriptedServer.write(socket, head(200, "application/json", 1_000_000));
            socket.setSoTimeout(10);
            while (true) {
                ScriptedServer.write(socket, new byte[] {' '});
                try {
                    if (socket.getInputStream().read() < 0) {
                        return;
                    }
                } catch (java.net.SocketTimeoutException stillThere) {
                    // One more byte.
                }
            }
        };
    }

    /** Sends spaces until the client hangs up. */
    public static Reply endless() {
        return socket -> {
            ScriptedServer.write(
                    socket,
                    "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] spaces = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            while (true) {
                ScriptedServer.write(socket, spaces);
            }
        };
    }

    public static byte[] gzip(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(body);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    private static byte[] head(int status, String contentType, long length, String... headers) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Scripted\r\n")
                .append("content-type: " + contentType + "\r\n")
                .append("content-length: " + length + "\r\n")
                .append("connection: close\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    }
}
