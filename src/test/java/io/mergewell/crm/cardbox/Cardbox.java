package io.mergewell.crm.cardbox;

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

/** {@code type: cardbox}: a system that nobody has, to show what adding one takes. */
final class Cardbox implements CrmSystem {

    static final CrmOption DRAWER =
            new CrmOption("drawer", new CrmOption.WholeNumber(), false, "all", "reads only the cards of one drawer");

    private static final WayOut REPORT_ONLY =
            new WayOut.None("Cardbox has no call that changes a card: move them by hand.");

    @Override
    public String type() {
        return "cardbox";
    }

    @Override
    public String name() {
        return "Cardbox";
    }

    @Override
    public List<CrmOption> options() {
        return List.of(DRAWER);
    }

    @Override
    public CrmConnection connect(Endpoint endpoint, ChosenOptions chosen, Duration timeout, Waiter waiter) {
        Peer peer = new Peer(name(), endpoint, "x-cardbox-key");
        String drawer =
                chosen.find(DRAWER.key()).map(number -> "&drawer=" + number).orElse("");
        return new CrmConnection(new CardboxPersons(peer, drawer, timeout, waiter), REPORT_ONLY);
    }
}
