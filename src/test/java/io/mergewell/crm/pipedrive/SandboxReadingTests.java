package io.mergewell.crm.pipedrive;

import static io.mergewell.crm.pipedrive.Peers.peer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergewell.crm.ApiUsage;
import io.mergewell.crm.CrmException;
import io.mergewell.crm.PersonLookup;
import io.mergewell.crm.PersonPage;
import io.mergewell.crm.ReadScope;
import io.mergewell.crm.RecordedWaits;
import io.mergewell.crm.SourcedPerson;
import io.mergewell.crm.settings.Endpoint;
import io.mergewell.crm.settings.Secret;
import io.mergewell.person.Consent;
import io.mergewell.person.LinkKind;
import io.mergewell.person.PersonId;
import io.mergewell.sandbox.Sandbox;
import io.mergewell.sandbox.SandboxSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reader against the server that speaks as Pipedrive's documentation does. */
class SandboxReadingTests {

    private static final ReadScope EVERYTHING = new ReadScope.Everything();

    @TempDir
    static Path folder;

    private static Sandbox sandbox;

    @BeforeAll
    static void startSandbox() {
        sandbox = Sandbox.start(SandboxSettings.in(folder).withPersons(700));
    }

    @AfterAll
    static void stopSandbox() {
        sandbox.close();
    }

    @Test
    void readsAllPersonsWithAllThatMatters() {
        PersonLookup source = source(sandbox.token());

        PersonPage first = source.page(EVERYTHING, null);
        PersonPage second = source.page(EVERYTHING, first.next());

        assertThat(first.persons()).hasSize(500);
        assertThat(second.persons()).hasSize(200);
        assertThat(second.next()).isNull();
        assertThat(source.usage()).isEqualTo(new ApiUsage(2, 20, 0));
        assertThat(first.persons())
                .extracting(sourced -> sourced.person().facts())
                .allSatisfy(facts -> {
                    assertThat(facts.consent()).isNotIn(Consent.UNKNOWN, Consent.NOT_KEPT);
                    assertThat(facts.updatedAt()).isNotNull();
                    assertThat(facts.links().count(LinkKind.DEALS)).isPresent();
                    assertThat(facts.links().count(LinkKind.LEADS)).isEmpty();
                });
    }

    @Test
    void readsSomePersonsAgain() {
        PersonLookup source = source(sandbox.token());
        List<SourcedPerson> some = source.page(EVERYTHING, null).persons().subList(0, 120);
        List<PersonId> ids = some.stream().map(sourced -> sourced.person().id()).toList();

        List<SourcedPerson> again = source.byIds(ids);

        assertThat(again)
                .extracting(SourcedPerson::person)
                .isEqualTo(some.stream().map(SourcedPerson::person).toList());
        assertThat(again)
                .extracting(SourcedPerson::raw)
                .isEqualTo(some.stream().map(SourcedPerson::raw).toList());
    }

    @Test
    void readsOnlyWhatChanged() {
        PersonLookup source = source(sandbox.token());

        PersonPage page = source.page(new ReadScope.ChangedSince(Instant.parse("2100-01-01T00:00:00Z")), null);

        assertThat(page.persons()).isEmpty();
        assertThat(page.next()).isNull();
    }

    @Test
    void isRefusedWithAnotherToken() {
        assertThatThrownBy(() -> source("wrong").page(EVERYTHING, null))
                .isInstanceOf(CrmException.Refused.class)
                .hasMessageContaining("does not accept the token");
    }

    private static PersonLookup source(String token) {
        Endpoint endpoint = new Endpoint(sandbox.baseUrl(), new Secret(token));
        return new PipedrivePersons(peer(endpoint), PersonFilter.ALL, Duration.ofSeconds(20), new RecordedWaits());
    }
}
