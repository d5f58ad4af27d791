package io.mergewell.crm;

import io.mergewell.crm.settings.Endpoint;
import io.mergewell.crm.settings.Secret;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server on loopback that plays one reply after the other, wrong ones included, and remembers what it was asked. */
public final class ScriptedServer implements AutoCloseable {

    /** What happens on a connection once the request has been read. */
    @FunctionalInterface
    public interface Reply {
        void play(Socket socket) throws IOException;
    }

    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length: *(\\d+)$");

    /** How long a reply that is being played may take to end. */
    private static final Duration LAST_REPLY = Duration.ofSeconds(1);

    private final ServerSocket listening;
    private final Queue<Reply> script = new ArrayDeque<>();
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final List<String> heads = Collections.synchronizedList(new ArrayList<>());
    private final List<String> bodies = Collections.synchronizedList(new ArrayList<>());
    private final Thread thread;

    public ScriptedServer(Reply... replies) {
        script.addAll(List.of(replies));
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
        thread = new Thread(this::serve, "scripted-server");
        thread.setDaemon(true);
        thread.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    public Endpoint endpoint() {
        return new Endpoint(url(), new Secret("s3cr3t-token"));
    }

    /** Path and query of each request so far. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** The whole head of each request so far. */
    public List<String> heads() {
        return List.copyOf(heads);
    }

    /** The body of each request so far; empty for none. */
    public List<String> bodies() {
        return List.copyOf(bodies);
    }

    /** Waits for the thread that listens, which would else take one more connection. */
    @Override
    public void close() throws IOException {
        listening.close();
        try {
            thread.join(LAST_REPLY.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve() {
        while (!listening.isClosed()) {
            try (Socket socket = listening.accept()) {
                readRequest(socket);
                Reply reply = script.poll();
                (reply == null ? Replies.json(599, "{}") : reply).play(socket);
            } catch (IOException clientLeft) {
                // The next connection is served all the same.
            }
        }
    }

    private void readRequest(Socket socket) throws IOException {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        StringBuilder head = new StringBuilder();
        for (String line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
            head.append(line).append('\n');
        }
        requests.add(head.toString().split(" ", 3)[1]);
        heads.add(head.toString());
        bodies.add(body(reader, head.toString()));
    }

    /** Read to its end: what stays unread turns the closing of the connection into a reset. */
    private static String body(BufferedReader reader, String head) throws IOException {
        Matcher length = LENGTH.matcher(head);
        char[] body = new char[length.find() ? Integer.parseInt(length.group(1)) : 0];
        int read = 0;
        while (read < body.length) {
            int more = reader.read(body, read, body.length - read);
            if (more < 0) {
                throw new EOFException();
            }
            read += more;
        }
        return new String(body);
    }

    static void write(Socket socket, byte[] bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bytes);
        out.flush();
    }
}
