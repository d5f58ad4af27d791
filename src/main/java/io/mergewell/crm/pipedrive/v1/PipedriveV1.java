package io.mergewell.crm.pipedrive.v1;

import io.mergewell.crm.CrmException;
import io.mergewell.crm.Waiter;
import io.mergewell.crm.connect.CrmConnection;
import io.mergewell.crm.connect.CrmSystem;
import io.mergewell.crm.http.HttpReads;
import io.mergewell.crm.http.Peer;
import io.mergewell.crm.pipedrive.PipedriveAccess;
import io.mergewell.crm.pipedrive.PipedriveNames;
import io.mergewell.crm.pipedrive.record.PersonFields;
import io.mergewell.crm.settings.ChosenOptions;
import io.mergewell.crm.settings.CrmOption;
import io.mergewell.crm.settings.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code type: pipedrive-v1}: a Pipedrive company through the API that came before v2. */
public final class PipedriveV1 implements CrmSystem {

    private static final String COLLECTION = "collection";

    private static final CrmOption OWNER =
            new CrmOption("owner-id", new CrmOption.WholeNumber(), false, "all", "reads only the persons of one user");
    private static final CrmOption FILTER = new CrmOption(
            "filter-id",
            new CrmOption.WholeNumber(),
            false,
            "all",
            "reads only the persons that a filter shows; with reader list");
    private static final CrmOption FIRST_CHAR = new CrmOption(
            "first-char",
            new CrmOption.Text(Pattern.compile("\\p{L}"), "a single letter"),
            false,
            "all",
            "reads only the persons whose name begins with a letter");
    private static final CrmOption READER = new CrmOption(
            "reader",
            new CrmOption.Word(List.of(COLLECTION, "list")),
            false,
            '`' + COLLECTION + '`',
            "which of the two lists of persons is read");

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
        return List.of(OWNER, FILTER, FIRST_CHAR, READER);
    }

    @Override
    public Optional<String> whyNoCustomFields(ChosenOptions chosen) {
        return readsCollection(chosen)
                ? Optional.of(
                        "Pipedrive's collection of persons comes without custom fields. Write crm.reader: list, or"
                                + " crm.type: pipedrive, or take the field out.")
                : Optional.empty();
    }

    @Override
    public boolean takesOauth() {
        return true;
    }

    @Override
    public Optional<Discord> discord(ChosenOptions chosen) {
        if (chosen.find(FILTER.key()).isEmpty()) {
            return Optional.empty();
        }
        if (readsCollection(chosen)) {
            return Optional.of(new Discord(
                    FILTER.key(),
                    "Pipedrive's collection of persons takes no filter. Write crm.reader: list beside crm.filter-id, or"
                            + " take the filter out."));
        }
        return chosen.find(OWNER.key())
                .map(owner -> new Discord(
                        OWNER.key(),
                        "Pipedrive ignores crm.owner-id where crm.filter-id is given. Remove one of them; a filter in"
                                + " Pipedrive can hold the owner as a condition."));
    }

    @Override
    public CrmConnection connect(Endpoint endpoint, ChosenOptions chosen, Duration timeout, Waiter waiter) {
        discord(chosen).ifPresent(discord -> {
            throw new CrmException.Misconfigured(discord.why() + " Nothing was sent.");
        });
        PersonFilter filter = filter(chosen);
        Peer pipedrive = PipedriveAccess.peer(endpoint, timeout, waiter);
        String peer = pipedrive.name();
        HttpReads reads = new HttpReads(pipedrive, timeout, waiter);
        PersonFields fields = PersonFields.v1(peer, reads);
        PersonList list = readsCollection(chosen)
                ? new CollectionList(peer, reads, filter, fields)
                : new OffsetList(peer, reads, filter, fields);
        return CrmConnection.of(
                new PersonsOfV1(reads, list, new SinglePersons(peer, reads, fields)),
                new WriterOfV1(pipedrive, timeout, waiter),
                new PipedriveNames(peer, reads, fields, RecordedOrganisations::of));
    }

    private static PersonFilter filter(ChosenOptions chosen) {
        return new PersonFilter(
                chosen.find(OWNER.key()).orElse(null),
                chosen.find(FILTER.key()).orElse(null),
                chosen.find(FIRST_CHAR.key()).orElse(null));
    }

    private static boolean readsCollection(ChosenOptions chosen) {
        return chosen.find(READER.key()).orElse(COLLECTION).equals(COLLECTION);
    }
}
