package io.mergewell.cli.jobfile;

import io.mergewell.crm.CrmSettings.Where;
import io.mergewell.crm.Endpoint;
import io.mergewell.crm.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where a system answers and the credential for it. No error shows either: an address may hold a password. */
final class EndpointSection {

    private static final String SANDBOX = "sandbox";
    private static final Pattern VERSION_TAIL = Pattern.compile("/?|/(api/)?v[12]/?");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7E]+");

    private EndpointSection() {}

    static Where read(Section crm) {
        Setting address =
                crm.require("base-url", "crm.base-url, such as https://acme.pipedrive.com, or sandbox to try things");
        return address.text().equals(SANDBOX)
                ? new Where.InSandbox()
                : new Where.At(new Endpoint(baseUrl(address), token(crm)));
    }

    private static URI baseUrl(Setting address) {
        URI url = uri(address);
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        String host = url.getHost();
        if (host == null || !(scheme.equals("https") || scheme.equals("http"))) {
            throw notAnAddress(address);
        }
        if (url.getUserInfo() != null || url.getQuery() != null || url.getFragment() != null) {
            throw address.error("crm.base-url must be a scheme and a host only, without user, password or parameters."
                    + " The credential belongs in crm.token.");
        }
        if (!VERSION_TAIL.matcher(url.getPath()).matches()) {
            throw notAnAddress(address);
        }
        host = host.toLowerCase(Locale.ROOT);
        if (scheme.equals("http") && !LOOPBACK.matcher(host).matches()) {
            throw address.error("crm.base-url would send the token over plain http, where others can read it. Use"
                    + " https; http is for this machine (localhost) only.");
        }
        return URI.create(scheme + "://" + host + (url.getPort() < 0 ? "" : ":" + url.getPort()));
    }

    private static URI uri(Setting address) {
        try {
            return new URI(address.text());
        } catch (URISyntaxException e) {
            throw notAnAddress(address);
        }
    }

    private static JobFileException notAnAddress(Setting address) {
        return address.error("crm.base-url must be the scheme and host of the system, such as"
                + " https://acme.pipedrive.com (a tail /v1 or /api/v1 is accepted), or sandbox.");
    }

    private static Secret token(Section crm) {
        long given = Stream.of("token", "token-file", "oauth").filter(crm::has).count();
        if (given != 1) {
            throw crm.error("A job needs one credential: crm.token (best as ${PIPEDRIVE_TOKEN}), crm.token-file or"
                    + " crm.oauth. This one has " + (given == 0 ? "none." : given + "; keep one."));
        }
        crm.find("oauth").ifPresent(EndpointSection::refuseOauth);
        return crm.find("token")
                .map(setting -> secret(setting, setting.text()))
                .or(() -> crm.find("token-file").map(setting -> secret(setting, content(setting))))
                .orElseThrow();
    }

    private static void refuseOauth(Setting setting) {
        Section oauth = setting.section().onlyKeys(Keys.OAUTH, "crm.oauth");
        Keys.OAUTH.forEach(key -> oauth.require(key, "crm.oauth." + key).text());
        throw setting.error("crm.oauth is known but not in this version, which signs in with crm.token or"
                + " crm.token-file. Use the API token from the personal settings of the CRM.");
    }

    private static Secret secret(Setting setting, String text) {
        if (!TOKEN.matcher(text).matches()) {
            throw setting.error(setting.key() + " does not hold a token: a token is one word of letters, digits and"
                    + " signs, without blanks or line breaks.");
        }
        return new Secret(text);
    }

    private static String content(Setting setting) {
        Path file = setting.path();
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw setting.error("crm.token-file " + file + " cannot be read. Check that it exists, is plain text and"
                    + " may be read by this user.");
        }
    }
}
