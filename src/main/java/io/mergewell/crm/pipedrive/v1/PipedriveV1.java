package io.mergewell.crm.pipedrive.v1;

import io.mergewell.crm.ChosenOptions;
import io.mergewell.crm.CrmConnection;
import io.mergewell.crm.CrmException;
import io.mergewell.crm.CrmOption;
import io.mergewell.crm.CrmSystem;
import io.mergewell.crm.Endpoint;
import io.mergewell.crm.Waiter;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** {@code type: pipedrive-v1}: a Pipedrive company through the API that came before v2. */
public final class PipedriveV1 implements CrmSystem {

    @Override
    public String type() {
        return "pipedrive-v1";
    }

    @Override
    public String name() {
        return "Pipedrive";
    }

    @Override
    public List<CrmOption> options() {
        return List.of(
                new CrmOption("owner-id", new CrmOption.WholeNumber(), false, "reads only the persons of one user"),
                new CrmOption(
                        "filter-id", new CrmOption.WholeNumber(), false, "reads only the persons that a filter shows"),
                new CrmOption(
                        "first-char",
                        new CrmOption.Text(Pattern.compile("\\p{L}"), "a single letter"),
                        false,
                        "reads only the persons whose name begins with a letter"),
                new CrmOption(
                        "reader",
                        new CrmOption.Word(List.of("collection", "list")),
                        false,
                        "which of the two lists of persons is read"));
    }

    @Override
    public CrmConnection connect(Endpoint endpoint, ChosenOptions chosen, Duration timeout, Waiter waiter) {
        throw new CrmException.Misconfigured(
                "crm.type pipedrive-v1 is known but not in this version. Nothing was sent.");
    }
}
