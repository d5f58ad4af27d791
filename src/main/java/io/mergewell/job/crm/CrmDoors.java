package io.mergewell.job.crm;

import io.mergewell.crm.Waiter;
import io.mergewell.crm.connect.CrmConnection;
import io.mergewell.crm.connect.CrmSettings;
import io.mergewell.crm.connect.CrmSettings.Where;
import io.mergewell.crm.settings.Endpoint;
import io.mergewell.crm.settings.Secret;
import io.mergewell.crm.systems.PersonFiles;
import io.mergewell.sandbox.SandboxConnection;
import io.mergewell.sandbox.SandboxSettings;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens the system that a job file names; starts the sandbox if it names that and none runs. */
public final class CrmDoors {

    /** Grows when an adapter reads the same record differently: a mirror that was read the old way is then read anew. */
    private static final int READING = 1;

    private CrmDoors() {}

    /**
     * Opens it. Nothing is sent before somebody asks.
     *
     * @param waiter waits where the CRM asks for it, until the run is asked to stop
     */
    public static Crm open(CrmSettings settings, Waiter waiter) {
        if (settings instanceof CrmSettings.Csv csv) {
            Path file = csv.file().toAbsolutePath().normalize();
            return new Crm(
                    PersonFiles.connect(csv.file(), csv.columns()),
                    "the file " + file,
                    READING + " csv " + file + " " + csv.columns(),
                    Optional::empty,
                    () -> {});
        }
        return online((CrmSettings.Online) settings, waiter);
    }

    private static Crm online(CrmSettings.Online settings, Waiter waiter) {
        if (settings.where() instanceof Where.At at) {
            return new Crm(
                    connection(settings, at.endpoint(), waiter),
                    settings.system().name() + " at " + at.endpoint().baseUrl(),
                    identity(settings, at.endpoint().baseUrl().toString()),
                    Optional::empty,
                    () -> {});
        }
        SandboxConnection sandbox = SandboxConnection.open(SandboxSettings.in(SandboxSettings.DEFAULT_FOLDER));
        @Nullable Secret named = ((Where.InSandbox) settings.where()).token();
        Endpoint endpoint = new Endpoint(sandbox.baseUrl(), named == null ? new Secret(sandbox.token()) : named);
        return new Crm(
                connection(settings, endpoint, waiter),
                "the sandbox",
                identity(settings, "sandbox " + sandbox.identity()),
                () -> Optional.of(sandbox.truth(settings.system().type())),
                sandbox::close);
    }

    private static CrmConnection connection(CrmSettings.Online settings, Endpoint endpoint, Waiter waiter) {
        return settings.system().connect(endpoint, settings.options(), settings.timeout(), waiter);
    }

    /** Other options are other persons, or the same with other values. */
    private static String identity(CrmSettings.Online settings, String where) {
        return READING + " " + settings.system().type() + " " + where + " "
                + settings.options().values();
    }
}
