package io.mergewell.crm.pipedrive;

import io.mergewell.crm.Waiter;
import io.mergewell.crm.connect.CrmConnection;
import io.mergewell.crm.connect.CrmSystem;
import io.mergewell.crm.http.Peer;
import io.mergewell.crm.pipedrive.write.PipedriveWriter;
import io.mergewell.crm.settings.ChosenOptions;
import io.mergewell.crm.settings.CrmOption;
import io.mergewell.crm.settings.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code type: pipedrive}: persons through API v2, merges through v1, which alone has them. */
public final class Pipedrive implements CrmSystem {

    private static final CrmOption OWNER =
            new CrmOption("owner-id", new CrmOption.WholeNumber(), false, "all", "reads only the persons of one user");
    private static final CrmOption FILTER = new CrmOption(
            "filter-id", new CrmOption.WholeNumber(), false, "all", "reads only the persons that a filter shows");

    @Override
    public String type() {
        return "pipedrive";
    }

    @Override
    public String name() {
        return "Pipedrive";
    }

    @Override
    public List<CrmOption> options() {
        return List.of(OWNER, FILTER);
    }

    @Override
    public boolean takesOauth() {
        return true;
    }

    @Override
    public Optional<Discord> discord(ChosenOptions chosen) {
        boolean both = chosen.find(OWNER.key()).isPresent()
                && chosen.find(FILTER.key()).isPresent();
        return both ? Optional.of(new Discord(OWNER.key(), PersonsQuery.BOTH_FILTERS)) : Optional.empty();
    }

    @Override
    public CrmConnection connect(Endpoint endpoint, ChosenOptions chosen, Duration timeout, Waiter waiter) {
        PersonFilter filter = new PersonFilter(number(chosen, OWNER), number(chosen, FILTER));
        Peer pipedrive = PipedriveAccess.peer(endpoint, timeout, waiter);
        PipedrivePersons persons = new PipedrivePersons(pipedrive, filter, timeout, waiter);
        return CrmConnection.of(persons, new PipedriveWriter(pipedrive, timeout, waiter), persons.names());
    }

    private static @Nullable Integer number(ChosenOptions chosen, CrmOption option) {
        return chosen.find(option.key()).map(Integer::valueOf).orElse(null);
    }
}
