package io.mergewell.cli.jobfile;

import io.mergewell.crm.CrmException;
import io.mergewell.crm.CrmSettings.Where;
import io.mergewell.crm.Endpoint;
import io.mergewell.crm.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where a system answers and the credential for it. No error shows either: an address may hold a password. */
final class EndpointSection {

    private static final String SANDBOX = "sandbox";
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7E]+");

    private EndpointSection() {}

    static Where read(Section crm) {
        Setting address =
                crm.require("base-url", "crm.base-url, such as https://acme.pipedrive.com, or sandbox to try things");
        return address.text().equals(SANDBOX) ? new Where.InSandbox() : new Where.At(endpoint(address, token(crm)));
    }

    private static Endpoint endpoint(Setting address, Secret token) {
        try {
            return new Endpoint(new URI(address.text()), token);
        } catch (URISyntaxException e) {
            throw address.error("crm.base-url is not a web address. Write it as https://your-company.example.com.");
        } catch (CrmException.Misconfigured e) {
            throw address.error(String.valueOf(e.getMessage()));
        }
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
