package io.mergewell.sandbox;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Sends a request line as it is, well-formed or not. */
final class Raw {

    private Raw() {}

    static int status(Sandbox sandbox, String method, String path) {
        URI base = sandbox.baseUrl();
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            String request = method + " " + path + " HTTP/1.1\r\nHost: sandbox\r\nConnection: close\r\nx-api-token: "
                    + sandbox.token() + "\r\nContent-Length: 0\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
