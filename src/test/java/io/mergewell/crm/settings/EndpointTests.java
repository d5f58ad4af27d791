package io.mergewell.crm.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergewell.crm.CrmException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointTests {

    private static final Secret TOKEN = new Secret("s3cr3t");

    @ParameterizedTest
    @CsvSource({
        "https://acme.pipedrive.com, https://acme.pipedrive.com",
        "https://acme.pipedrive.com/, https://acme.pipedrive.com",
        "https://api.pipedrive.com/v1, https://api.pipedrive.com",
        "https://ACME.pipedrive.com/api/v1/, https://acme.pipedrive.com",
        "HTTPS://acme.pipedrive.com:8443/api/v2, https://acme.pipedrive.com:8443",
        "http://localhost:8080, http://localhost:8080",
        "http://127.0.0.1:8080, http://127.0.0.1:8080",
        "http://127.9.9.9, http://127.9.9.9",
        "http://[::1]:8080/v1, http://[::1]:8080"
    })
    void keepsSchemeAndHost(String written, String kept) {
        assertThat(new Endpoint(URI.create(written), TOKEN).baseUrl()).isEqualTo(URI.create(kept));
    }

    @ParameterizedTest
    @CsvSource({
        "http://acme.pipedrive.com, unencrypted",
        "http://127.0.0.1.evil.com, unencrypted",
        "http://localhost.evil.com, unencrypted",
        "http://10.0.0.1, unencrypted",
        "ftp://acme.pipedrive.com, not a web address",
        "acme.pipedrive.com, not a web address",
        "https:///v1, not a web address",
        "https://user:pa55@acme.pipedrive.com, more than scheme and host (acme.pipedrive.com)",
        "https://acme.pipedrive.com?api_token=pa55, more than scheme and host",
        "https://acme.pipedrive.com#x, more than scheme and host",
        "https://acme.pipedrive.com/persons, has a path"
    })
    void refusesAnyOtherAddressWithoutRepeatingWhatMayBeSecret(String written, String sentence) {
        assertThatThrownBy(() -> new Endpoint(URI.create(written), TOKEN))
                .isInstanceOf(CrmException.Misconfigured.class)
                .hasMessageStartingWith("crm.base-url ")
                .hasMessageContaining(sentence)
                .hasMessageNotContaining("pa55");
    }

    @Test
    void printsNoToken() {
        assertThat(new Endpoint(URI.create("https://acme.pipedrive.com"), TOKEN).toString())
                .doesNotContain("s3cr3t");
    }
}
