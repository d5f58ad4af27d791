package io.mergewell.apply.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Optional;

/** A port of this machine at which requests are taken, each connection by a thread of its own. */
final class FrontDoor implements AutoCloseable {

    private final Service service;
    private final ServerSocket listening;

    /** @param port 0 for any that is free */
    FrontDoor(int port, Service service) throws IOException {
        this.service = service;
        this.listening = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    /** What answers. */
    @FunctionalInterface
    interface Service {

        /** @return whether the connection stays open */
        boolean serve(Wire wire, Wire.Request request) throws IOException;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                daemon(() -> serve(socket));
            } catch (IOException closed) {
                // The next round ends it.
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            Wire wire = new Wire(socket);
            boolean open = true;
            while (open) {
                Optional<Wire.Request> request = wire.next();
                open = request.isPresent() && service.serve(wire, request.get());
            }
        } catch (IOException clientLeft) {
            // As it should where the answer never ends.
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "front-door");
        thread.setDaemon(true);
        thread.start();
    }
}
