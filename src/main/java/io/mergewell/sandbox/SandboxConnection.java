package io.mergewell.sandbox;

import io.mergewell.person.PersonId;
import io.mergewell.sandbox.state.Origin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * A job's way to the sandbox: uses the one that runs on the folder, else starts it in this process and stops it in the
 * end.
 */
public final class SandboxConnection implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final int IDENTITY_LENGTH = 16;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Address address;
    private final @Nullable Sandbox own;

    private SandboxConnection(Address address, @Nullable Sandbox own) {
        this.address = address;
        this.own = own;
    }

    /**
     * Finds or starts the sandbox. One that runs keeps its port and its limits, whatever the settings say.
     *
     * @throws SandboxException as {@link Sandbox#start}, and if the one that runs holds other persons or is to be reset
     */
    public static SandboxConnection open(SandboxSettings settings) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<Sandbox> own = Sandbox.tryStart(settings);
            if (own.isPresent()) {
                return new SandboxConnection(own.get().address(), own.get());
            }
            Optional<Address> running = Address.read(settings.folder()).filter(SandboxConnection::isHere);
            if (running.isPresent()) {
                return new SandboxConnection(checked(running.get(), settings), null);
            }
            pause();
        }
        throw Trouble.noAnswer(settings.folder());
    }

    /** Where it answers: scheme, host and port. */
    public URI baseUrl() {
        return URI.create(address.url());
    }

    /** The token that every request must carry in the header {@code x-api-token}. */
    public String token() {
        return address.token();
    }

    /** Names the CRM behind the door: after a reset it is another one. Holds no secret. */
    public String identity() {
        return DigestUtils.sha256Hex(address.token()).substring(0, IDENTITY_LENGTH);
    }

    /**
     * Which human being each living person record is of, in ascending order of the sandbox's own numbers. Equal values mean
     * the same one.
     *
     * @param system the {@code crm.type} whose ids are asked for
     * @throws SandboxException if the sandbox does not answer
     */
    public Map<PersonId, String> truth(String system) {
        try {
            return truth(answer(address, SandboxDialect.TRUTH + "?system=" + system));
        } catch (IOException e) {
            throw new SandboxException.Temporary(
                    "The sandbox at " + address.url() + " did not answer. Is it still running?", e);
        }
    }

    /** Stops the sandbox if this connection started it. */
    @Override
    public void close() {
        if (own != null) {
            own.close();
        }
    }

    private static Map<PersonId, String> truth(byte[] body) {
        Map<PersonId, String> truth = new LinkedHashMap<>();
        try (JsonParser json = JSON.createParser(body)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                PersonId id = new PersonId(json.currentName());
                json.nextToken();
                truth.put(id, json.getString());
            }
        }
        return Collections.unmodifiableMap(truth);
    }

    private static byte[] answer(Address address, String path) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address.url() + path))
                .header("x-api-token", address.token())
                .timeout(PATIENCE)
                .build();
        try {
            HttpResponse<byte[]> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IOException("Status " + response.statusCode());
            }
            return response.body();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static boolean isHere(Address address) {
        try {
            return answer(address, SandboxDialect.HERE).length > 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static SandboxException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new SandboxException.Temporary("Interrupted while waiting for the sandbox.", e);
    }

    private static Address checked(Address running, SandboxSettings settings) {
        if (settings.reset()) {
            throw Trouble.runningCannotBeReset(settings.folder());
        }
        Origin stored = new Origin(running.persons(), running.seed());
        Origin wanted = new Origin(settings.persons(), settings.seed());
        if (!settings.anyPersons() && !stored.equals(wanted)) {
            throw Trouble.otherPersons(settings.folder(), stored, wanted);
        }
        return running;
    }

    private static void pause() {
        try {
            Thread.sleep(POLL.toMillis());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }
}
