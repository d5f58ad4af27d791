package io.mergewell.crm.wethod;

import io.mergewell.crm.Waiter;
import io.mergewell.crm.connect.CrmConnection;
import io.mergewell.crm.connect.CrmSystem;
import io.mergewell.crm.connect.WayOut;
import io.mergewell.crm.http.Peer;
import io.mergewell.crm.settings.ChosenOptions;
import io.mergewell.crm.settings.CrmOption;
import io.mergewell.crm.settings.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** {@code type: wethod}: the persons of a Wethod company, which are only reported on. */
public final class Wethod implements CrmSystem {

    private static final String USUAL_VERSION = "2024-06-15";
    private static final CrmOption COMPANY = new CrmOption(
            "company",
            new CrmOption.Text(
                    Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]*"),
                    "the company's name in Wethod: acme of acme.wethod.com"),
            true,
            "",
            "the company's name in Wethod, such as acme of acme.wethod.com");
    private static final CrmOption VERSION = new CrmOption(
            "api-version",
            new CrmOption.Text(Pattern.compile("\\d{4}-\\d{2}-\\d{2}"), "a date such as 2024-06-15"),
            false,
            '`' + USUAL_VERSION + '`',
            "the version of the API to ask for");

    private static final WayOut REPORT_ONLY =
            new WayOut.None("Wethod's persons are users with timesheets and payroll, so that Mergewell only reports on"
                    + " them: merge them by hand in Wethod.");

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
        return List.of(COMPANY, VERSION);
    }

    @Override
    public CrmConnection connect(Endpoint endpoint, ChosenOptions chosen, Duration timeout, Waiter waiter) {
        Peer wethod = new Peer(
                name(),
                endpoint,
                new Peer.TokenHeader("Authorization", "Bearer "),
                Map.of(
                        "Wethod-Company", chosen.require(COMPANY.key()),
                        "Wethod-Version", chosen.find(VERSION.key()).orElse(USUAL_VERSION)));
        return new CrmConnection(new WethodPersons(wethod, timeout, waiter), REPORT_ONLY);
    }
}
