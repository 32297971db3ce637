package org.stele.standalone;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser that signs in by the form, and keeps its cookies. */
final class SignedInBrowser {

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager kept = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(kept).build();

    /** The values of its cookies by their names. */
    Map<String, String> cookies() {
        return kept.getCookieStore().getCookies().stream()
                .collect(Collectors.toMap(
                        cookie -> "cookie " + cookie.getName(), HttpCookie::getValue, (first, _) -> first));
    }

    /** Posts a form of a page. */
    HttpResponse<String> post(String site, String path, String form) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(site + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", site)
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
    }

    /** @param site the address without a path */
    void signIn(String site, String username, String password) throws IOException, InterruptedException {
        String page = get(site + "/sign-in").body();
        Matcher token = FORM_TOKEN.matcher(page);
        if (!token.find()) {
            throw new IOException("No form of sign-in: " + page);
        }
        String form = "username=%s&password=%s&_csrf=%s"
                .formatted(username, URLEncoder.encode(password, StandardCharsets.UTF_8), token.group(1));
        HttpResponse<String> answer = post(site, "/sign-in", form);
        String next = answer.headers().firstValue("Location").orElse("");
        if (answer.statusCode() != 303 || next.contains("failed")) {
            throw new IOException("Not signed in: %s %s".formatted(answer.statusCode(), next));
        }
    }
}
