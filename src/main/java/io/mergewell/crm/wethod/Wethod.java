package io.mergewell.crm.wethod;

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

/** {@code type: wethod}: the persons of a Wethod company, which are only reported on. */
public final class Wethod implements CrmSystem {

    @Override
    public String type() {
        return "wethod";
    }

    @Override
    public String name() {
        return "Wethod";
    }

    @Override
    public List<CrmOption> options() {
        return List.of(
                new CrmOption(
                        "company",
                        new CrmOption.Text(
                                Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]*"),
                                "the company's name in Wethod: acme of acme.wethod.com"),
                        true,
                        "the company's name in Wethod, such as acme of acme.wethod.com"),
                new CrmOption(
                        "api-version",
                        new CrmOption.Text(Pattern.compile("\\d{4}-\\d{2}-\\d{2}"), "a date such as 2024-06-15"),
                        false,
                        "the version of the API to ask for"));
    }

    @Override
    public CrmConnection connect(Endpoint endpoint, ChosenOptions chosen, Duration timeout, Waiter waiter) {
        throw new CrmException.Misconfigured("crm.type wethod is known but not in this version. Nothing was sent.");
    }
}
