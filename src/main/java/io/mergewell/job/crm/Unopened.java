package io.mergewell.job.crm;

import io.mergewell.crm.connect.CrmConnection;
import io.mergewell.crm.connect.CrmSettings;
import io.mergewell.crm.connect.CrmSettings.Where;
import io.mergewell.crm.connect.WayOut;
import io.mergewell.crm.settings.Endpoint;
import io.mergewell.crm.settings.Secret;
import io.mergewell.crm.systems.PersonFiles;
import java.net.URI;
import java.util.List;

/**
 * What is known of a job's system without a word to it.
 *
 * @param settings its credential need not be right
 */
public record Unopened(CrmSettings settings) {

    /** Where nobody listens: what is connected to it is never asked. */
    private static final Endpoint NOWHERE = new Endpoint(URI.create("http://127.0.0.1:9"), new Secret("-"));

    /** Which system or file it is, for a reader and without secrets. */
    public String place() {
        if (settings instanceof CrmSettings.Csv csv) {
            return "the file " + csv.file().toAbsolutePath().normalize();
        }
        CrmSettings.Online online = (CrmSettings.Online) settings;
        String where =
                online.where() instanceof Where.At at ? "at " + at.endpoint().baseUrl() : "in the sandbox";
        return online.system().name() + " " + where;
    }

    /** Whether both jobs read the same persons with the same values: one system or file, the same filters and columns. */
    public boolean readsTheSameAs(Unopened other) {
        return place().equals(other.place()) && choices().equals(other.choices());
    }

    /** How approved rows would get into it; may be asked what it can do, and nothing else. */
    public WayOut out() {
        return settings instanceof CrmSettings.Csv csv
                ? PersonFiles.connect(csv.file(), csv.columns()).out()
                : out((CrmSettings.Online) settings);
    }

    private static WayOut out(CrmSettings.Online online) {
        CrmConnection connection = online.system().connect(NOWHERE, online.options(), online.timeout(), duration -> {});
        connection.source().close();
        if (connection.out() instanceof WayOut.Calls calls) {
            calls.writer().close();
        }
        return connection.out();
    }

    private List<Object> choices() {
        if (settings instanceof CrmSettings.Csv csv) {
            return List.of(csv.columns());
        }
        CrmSettings.Online online = (CrmSettings.Online) settings;
        return List.of(online.system().type(), online.options());
    }
}
