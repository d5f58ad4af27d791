package io.mergewell.job.crm;

import io.mergewell.crm.CrmSettings;
import io.mergewell.crm.CrmSettings.Where;
import io.mergewell.crm.Endpoint;
import io.mergewell.crm.PersonFilter;
import io.mergewell.crm.PersonSources;
import io.mergewell.crm.PersonWriters;
import io.mergewell.crm.Secret;
import io.mergewell.crm.Waiter;
import io.mergewell.sandbox.SandboxConnection;
import io.mergewell.sandbox.SandboxSettings;
import java.nio.file.Path;
import java.util.Optional;

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
                    PersonSources.csv(csv.file(), csv.columns()),
                    null,
                    "the file " + file,
                    identity("csv", file + " " + csv.columns()),
                    Optional::empty,
                    () -> {});
        }
        return pipedrive((CrmSettings.Pipedrive) settings, waiter);
    }

    private static Crm pipedrive(CrmSettings.Pipedrive settings, Waiter waiter) {
        if (settings.where() instanceof Where.At at) {
            return new Crm(
                    PersonSources.pipedrive(at.endpoint(), settings.filter(), settings.timeout(), waiter),
                    PersonWriters.pipedrive(at.endpoint(), settings.timeout(), waiter),
                    "Pipedrive at " + at.endpoint().baseUrl(),
                    identity("pipedrive", at.endpoint().baseUrl() + filter(settings.filter())),
                    Optional::empty,
                    () -> {});
        }
        SandboxConnection sandbox = SandboxConnection.open(SandboxSettings.in(SandboxSettings.DEFAULT_FOLDER));
        Endpoint endpoint = new Endpoint(sandbox.baseUrl(), new Secret(sandbox.token()));
        return new Crm(
                PersonSources.pipedrive(endpoint, settings.filter(), settings.timeout(), waiter),
                PersonWriters.pipedrive(endpoint, settings.timeout(), waiter),
                "the sandbox",
                identity("sandbox", sandbox.identity() + filter(settings.filter())),
                () -> Optional.of(sandbox.truth()),
                sandbox::close);
    }

    private static String filter(PersonFilter filter) {
        return " owner " + filter.ownerId() + " filter " + filter.filterId() + " first " + filter.firstChar();
    }

    private static String identity(String type, String which) {
        return READING + " " + type + " " + which;
    }
}
