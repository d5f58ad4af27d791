package io.mergewell.sandbox;

import io.mergewell.sandbox.http.HttpDoor;
import io.mergewell.sandbox.pipedrive.PipedriveDialect;
import io.mergewell.sandbox.rogerroger.RogerRogerDialect;
import io.mergewell.sandbox.rogerroger.Uuids;
import io.mergewell.sandbox.state.CrmState;
import io.mergewell.sandbox.state.Origin;
import io.mergewell.sandbox.state.StateException;
import io.mergewell.sandbox.wethod.WethodDialect;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A CRM on loopback with invented persons. One at a time runs on a folder. */
public final class Sandbox implements AutoCloseable {

    private static final String STATE = "crm";

    private final Opened opened;
    private final Address address;

    private Sandbox(Opened opened, Address address) {
        this.opened = opened;
        this.address = address;
    }

    /**
     * Starts a sandbox; the first start on a folder makes its persons.
     *
     * @throws SandboxException if one runs on the folder already, if the folder holds other persons, or if folder or
     *     port cannot be used
     */
    public static Sandbox start(SandboxSettings settings) {
        return tryStart(settings)
                .orElseThrow(() -> new SandboxException.Temporary(
                        "A sandbox already runs on " + settings.folder() + ". Use that one, or stop it first."));
    }

    /** Starts a sandbox; empty if one runs on the folder already. */
    static Optional<Sandbox> tryStart(SandboxSettings settings) {
        Opened opened = new Opened();
        try {
            Files.createDirectories(settings.folder());
            Optional<FolderLock> lock = FolderLock.take(settings.folder());
            if (lock.isEmpty()) {
                return Optional.empty();
            }
            opened.add(lock.get());
            return Optional.of(started(settings, opened));
        } catch (BindException e) {
            throw closed(opened, Trouble.withPort(settings.port(), e));
        } catch (IOException e) {
            throw closed(opened, Trouble.withFolder(settings.folder(), e));
        } catch (StateException e) {
            throw closed(opened, Trouble.withState(settings.folder(), e));
        } catch (RuntimeException e) {
            throw closed(opened, e);
        }
    }

    /** Where it answers: scheme, host and port. */
    public URI baseUrl() {
        return URI.create(address.url());
    }

    /** The token that every request must carry in the header {@code x-api-token}. */
    public String token() {
        return address.token();
    }

    Address address() {
        return address;
    }

    /** Stops it. What it was told is on disk already. */
    @Override
    public void close() {
        opened.close();
    }

    private static Sandbox started(SandboxSettings settings, Opened opened) throws IOException {
        Path folder = settings.folder();
        Address.delete(folder);
        if (settings.reset()) {
            Files.deleteIfExists(folder.resolve(STATE + ".mv.db"));
            Files.deleteIfExists(folder.resolve(STATE + ".trace.db"));
            Token.delete(folder);
        }
        String token = Token.of(folder);
        Origin origin = new Origin(settings.persons(), settings.seed());
        CrmState state = opened.add(CrmState.open(folder.resolve(STATE), origin));
        Origin stored = state.origin().orElse(origin);
        if (!settings.anyPersons() && !stored.equals(origin)) {
            throw Trouble.otherPersons(folder, stored, origin);
        }
        HttpDoor door = opened.add(HttpDoor.open(
                settings.port(),
                List.of(
                        new SandboxDialect(state, token, Map.of("rogerroger", Uuids::ofPerson)),
                        new PipedriveDialect(state, token, settings.limits(), settings.multiValues(), settings.clock()),
                        new RogerRogerDialect(state, token, settings.limits().enforced(), settings.clock()),
                        new WethodDialect(state, token, settings.limits().enforced(), settings.clock()))));
        Address address = new Address(door.address().toString(), token, stored.persons(), stored.seed());
        address.write(folder);
        opened.add(() -> Address.delete(folder));
        return new Sandbox(opened, address);
    }

    private static RuntimeException closed(Opened opened, RuntimeException failure) {
        try {
            opened.close();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }
}
