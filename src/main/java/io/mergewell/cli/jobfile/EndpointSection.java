package io.mergewell.cli.jobfile;

import io.mergewell.crm.CrmException;
import io.mergewell.crm.connect.CrmSettings.Where;
import io.mergewell.crm.connect.CrmSystem;
import io.mergewell.crm.settings.Credential;
import io.mergewell.crm.settings.Endpoint;
import io.mergewell.crm.settings.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a system answers and the credential for it. No error shows either: an address may hold a password. */
final class EndpointSection {

    private static final String SANDBOX = "sandbox";
    private static final Credential NOBODY = new Credential.ApiToken(new Secret("-"));
    private static final Pattern ONE_WORD = Pattern.compile("[\\x21-\\x7E]+");

    private static final String ONE_OF_THREE = "one credential is required, but for the sandbox";

    private static final Key<String> BASE_URL = Key.required(
            "base-url",
            Kind.of("web address, or `sandbox`", Setting::text),
            "where the system answers, such as `https://acme.example.com`: scheme and host, https unless it is"
                    + " this machine. `sandbox` is the CRM of invented persons that comes along, which speaks as that type");
    private static final Key<String> TOKEN =
            Key.open("token", Kind.of("word", Setting::text), ONE_OF_THREE, "the API token, best as `${CRM_TOKEN}`");
    private static final Key<Path> TOKEN_FILE =
            Key.open("token-file", Kind.path("file"), ONE_OF_THREE, "a file that holds the API token");

    private static final Key<String> CLIENT_ID =
            Key.required("client-id", Kind.of("word", Setting::text), "of an app of your own");
    private static final Key<String> CLIENT_SECRET =
            Key.required("client-secret", Kind.of("word", Setting::text), "of that app, best as `${CLIENT_SECRET}`");
    private static final Key<Path> REFRESH_TOKEN_FILE = Key.required(
            "refresh-token-file",
            Kind.path("file"),
            "holds the refresh token, is rewritten when the system gives another one, and must be its owner's alone"
                    + " (`chmod 600`)");

    static final Key<Section> OAUTH = Key.open(
            "oauth",
            Kind.section(List.of(CLIENT_ID, CLIENT_SECRET, REFRESH_TOKEN_FILE)),
            ONE_OF_THREE,
            "signs in by OAuth 2 instead of an API token");

    /** Which are left out for a system is for {@link CrmSection} to say. */
    static final List<Key<?>> KEYS = List.of(BASE_URL, TOKEN, TOKEN_FILE, OAUTH);

    private EndpointSection() {}

    static Where read(Section crm, CrmSystem system) {
        Setting address =
                crm.require(BASE_URL, "crm.base-url, such as https://acme.example.com, or sandbox to try things");
        return address.text().equals(SANDBOX) ? new Where.InSandbox(inSandbox(crm, system)) : at(crm, address, system);
    }

    /** Takes note of what is wrong with address and token, whatever system they are of. */
    static void check(Section crm) {
        crm.value(BASE_URL.name(), address -> address.text().equals(SANDBOX) ? NOBODY : endpoint(address, NOBODY));
        if (crm.signsIn()) {
            crm.value(TOKEN.name(), token -> secret(token, token.text()));
            crm.value(TOKEN_FILE.name(), file -> secret(file, content(file)));
        }
    }

    /** A job that names no token there gets the sandbox's own. */
    private static @Nullable Secret inSandbox(Section crm, CrmSystem system) {
        Optional<Setting> oauth = crm.find("oauth");
        if (oauth.isPresent()) {
            throw oauth.get()
                    .error("crm.oauth cannot be tried in the sandbox, which signs nobody in. Take it out:"
                            + " without a credential, the sandbox gives its own token.");
        }
        return Stream.of("token", "token-file").anyMatch(crm::has)
                ? ((Credential.ApiToken) credential(crm, system)).token()
                : null;
    }

    /** A wrong address keeps nobody from hearing that the credential is wrong, too. */
    private static Where at(Section crm, Setting address, CrmSystem system) {
        Optional<Credential> credential = crm.tried(() -> credential(crm, system));
        Endpoint endpoint = endpoint(address, credential.orElse(NOBODY));
        if (credential.isEmpty()) {
            throw JobFileException.consequence();
        }
        return new Where.At(endpoint);
    }

    private static Endpoint endpoint(Setting address, Credential credential) {
        try {
            return new Endpoint(new URI(address.text()), credential);
        } catch (URISyntaxException e) {
            throw address.error("crm.base-url is not a web address. Write it as https://your-company.example.com.");
        } catch (CrmException.Misconfigured e) {
            throw address.error(String.valueOf(e.getMessage()));
        }
    }

    private static Credential credential(Section crm, CrmSystem system) {
        String known = "crm.token (best as ${CRM_TOKEN})"
                + (system.takesOauth() ? ", crm.token-file or crm.oauth" : " or crm.token-file");
        long given = Stream.of("token", "token-file", "oauth").filter(crm::has).count();
        if (given != 1) {
            throw crm.error("A job needs one credential: " + known + ". This one has "
                    + (given == 0 ? "none." : given + "; keep one."));
        }
        if (!crm.signsIn()) {
            return NOBODY;
        }
        return crm.find("oauth").map(EndpointSection::oauth).orElseGet(() -> new Credential.ApiToken(token(crm)));
    }

    private static Secret token(Section crm) {
        return crm.find("token")
                .map(setting -> secret(setting, setting.text()))
                .or(() -> crm.find("token-file").map(setting -> secret(setting, content(setting))))
                .orElseThrow();
    }

    private static Credential oauth(Setting setting) {
        Section oauth = setting.section().onlyKeys(OAUTH.kind().keys(), "crm.oauth");
        Setting secret = oauth.require(CLIENT_SECRET, "crm.oauth.client-secret");
        return new Credential.OAuth(
                oauth.require(CLIENT_ID, "crm.oauth.client-id").text(),
                secret(secret, secret.text()),
                oauth.require(REFRESH_TOKEN_FILE, "crm.oauth.refresh-token-file")
                        .path());
    }

    private static Secret secret(Setting setting, String text) {
        if (!ONE_WORD.matcher(text).matches()) {
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
