package io.mergewell.job.crm;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergewell.crm.connect.CrmSettings;
import io.mergewell.crm.connect.CrmSettings.Where;
import io.mergewell.crm.connect.CrmSystem;
import io.mergewell.crm.settings.ChosenOptions;
import io.mergewell.crm.settings.CrmOption;
import io.mergewell.crm.settings.Endpoint;
import io.mergewell.crm.settings.Secret;
import io.mergewell.crm.systems.CrmSystems;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is known of every system without a word to it. */
class UnopenedTests {

    static Stream<CrmSystem> systems() {
        return CrmSystems.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("systems")
    void knowsWhatASystemCanDo(CrmSystem system) {
        assertThat(new Unopened(online(system, at("https://a.example.com")))
                        .out()
                        .capabilities())
                .isEqualTo(new Unopened(online(system, new Where.InSandbox(null)))
                        .out()
                        .capabilities());
    }

    @ParameterizedTest
    @MethodSource("systems")
    void tellsPersonsFromOthersByTheirPlaceAndTheFiltersAlone(CrmSystem system) {
        CrmSettings.Online here = online(system, at("https://a.example.com"));
        CrmSettings.Online slower =
                new CrmSettings.Online(system, at("https://a.example.com"), here.options(), Duration.ofMinutes(5));
        CrmSettings.Online filtered = new CrmSettings.Online(
                system, at("https://a.example.com"), ChosenOptions.of(Map.of("filter-id", "9")), here.timeout());

        assertThat(same(here, slower)).isTrue();
        assertThat(same(here, filtered)).isFalse();
        assertThat(same(here, online(system, at("https://b.example.com")))).isFalse();
        assertThat(same(here, online(system, new Where.InSandbox(null)))).isFalse();
    }

    private static boolean same(CrmSettings one, CrmSettings other) {
        return new Unopened(one).readsTheSameAs(new Unopened(other));
    }

    private static Where at(String address) {
        return new Where.At(new Endpoint(URI.create(address), new Secret("token-" + address.length())));
    }

    private static CrmSettings.Online online(CrmSystem system, Where where) {
        Map<String, String> required = new TreeMap<>();
        system.options().stream().filter(CrmOption::required).forEach(option -> required.put(option.key(), "acme"));
        return new CrmSettings.Online(system, where, ChosenOptions.of(required), Duration.ofMinutes(2));
    }
}
