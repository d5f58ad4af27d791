package io.mergewell.crm.settings;

import io.mergewell.crm.CrmException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules for {@code crm.base-url}: a token travels to it, so that it must be the right place and private. */
final class BaseUrl {

    private static final Set<String> TAILS = Set.of("", "/", "/v1", "/v2", "/api", "/api/v1", "/api/v2");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    private BaseUrl() {}

    static URI checked(URI url) {
        String scheme = lowerCase(url.getScheme());
        String host = lowerCase(url.getHost());
        if (host.isEmpty() || !(scheme.equals("https") || scheme.equals("http"))) {
            throw misconfigured("is not a web address", "Write it as https://your-company.example.com.");
        }
        if (scheme.equals("http") && !LOOPBACK.matcher(host).matches()) {
            throw misconfigured("would send the token to " + host + " unencrypted", "Write https instead of http.");
        }
        if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw misconfigured(
                    "holds more than scheme and host (" + host + ")",
                    "Take off the rest; a token belongs in crm.token.");
        }
        if (!TAILS.contains(withoutLastSlash(url.getRawPath()))) {
            throw misconfigured("has a path behind its host (" + host + ")", "Write scheme and host only.");
        }
        return URI.create(scheme + "://" + host + (url.getPort() < 0 ? "" : ":" + url.getPort()));
    }

    static boolean isLoopback(URI url) {
        return LOOPBACK.matcher(lowerCase(url.getHost())).matches();
    }

    private static String lowerCase(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    private static String withoutLastSlash(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static CrmException.Misconfigured misconfigured(String what, String remedy) {
        return new CrmException.Misconfigured("crm.base-url " + what + ". " + remedy + " Nothing was sent.");
    }
}
