package io.mergewell.crm.connect;

import io.mergewell.crm.CrmException;
import io.mergewell.crm.Waiter;
import io.mergewell.crm.settings.ChosenOptions;
import io.mergewell.crm.settings.CrmOption;
import io.mergewell.crm.settings.Endpoint;
import io.mergewell.crm.systems.CrmSystems;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One kind of CRM that answers over HTTP. All that the rest of the program knows of it is behind this type: whoever adds
 * a system writes one, in a sub-package of its own, and names it in {@link CrmSystems}.
 */
public interface CrmSystem {

    /** The word that {@code crm.type} names it by. */
    String type();

    /** Its name as people write it, such as {@code Pipedrive}. */
    String name();

    /** The keys it takes in the section {@code crm} beside those that every system takes. */
    List<CrmOption> options();

    /** Whether a job may sign in by OAuth 2; an API token is always good. */
    default boolean takesOauth() {
        return false;
    }

    /** Whether it can be asked for what changed, so that a job reads all of it only now and then. */
    default boolean readsChanges() {
        return true;
    }

    /**
     * Why a job cannot compare custom fields with these options, as a sentence that says what to do; empty if it can.
     */
    default Optional<String> whyNoCustomFields(ChosenOptions chosen) {
        return Optional.empty();
    }

    /** What does not go together among these options; empty if all do. */
    default Optional<Discord> discord(ChosenOptions chosen) {
        return Optional.empty();
    }

    /**
     * An option that does not go with others.
     *
     * @param key one of those
     * @param why a sentence that says what to do
     */
    record Discord(String key, String why) {}

    /**
     * Opens it; nothing is sent before somebody asks.
     *
     * @param chosen values of {@link #options}, each of its form, the required ones present
     * @param timeout for one whole request, from connecting to the answer's last byte
     * @param waiter waits where the system asks for it
     * @throws CrmException.Misconfigured if values do not go together
     */
    CrmConnection connect(Endpoint endpoint, ChosenOptions chosen, Duration timeout, Waiter waiter);
}
