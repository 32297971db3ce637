package org.stele.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.stele.standalone.Caller.Way;
import tools.jackson.databind.json.JsonMapper;

/** A program with a key of its own, registered by somebody who is signed in. It gets a new token before one ends. */
final class MatrixProgram {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern CLIENT = Pattern.compile("client_id</dt><dd><code>([0-9a-f-]{36})");
    private static final Duration RENEWED_AFTER = Duration.ofMinutes(3);

    /** A token, and when it was got. */
    private record Got(String token, Instant at) {}

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Got> tokens = new HashMap<>();
    private final String site;
    private final KeyPair keys;
    private final String id;

    private MatrixProgram(String site, KeyPair keys, String id) {
        this.site = site;
        this.keys = keys;
        this.id = id;
    }

    static MatrixProgram register(SignedInBrowser browser, String site, String label) throws Exception {
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Matcher form =
                FORM_TOKEN.matcher(browser.get(site + "/account/programs").body());
        if (!form.find()) {
            throw new IOException("No form for programs");
        }
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
        browser.post(
                site,
                "/account/programs",
                "label=%s&scope=read&scope=file&key=%s&_csrf=%s"
                        .formatted(label, URLEncoder.encode(pem, StandardCharsets.UTF_8), form.group(1)));
        Matcher client = CLIENT.matcher(browser.get(site + "/account/programs").body());
        if (!client.find()) {
            throw new IOException("The program was not registered");
        }
        return new MatrixProgram(site, keys, client.group(1));
    }

    Caller reading(Caller owner) {
        return as(owner, Way.READING_PROGRAM, "read");
    }

    Caller filing(Caller owner) {
        return as(owner, Way.FILING_PROGRAM, "file");
    }

    private Caller as(Caller owner, Way way, String scope) {
        return new Caller(owner.role(), owner.state(), way, () -> Map.of("Authorization", "Bearer " + token(scope)));
    }

    private synchronized String token(String scope) {
        Got got = tokens.get(scope);
        if (got == null || got.at().plus(RENEWED_AFTER).isBefore(Instant.now())) {
            got = new Got(ask(scope), Instant.now());
            tokens.put(scope, got);
        }
        return got.token();
    }

    private String ask(String scope) {
        try {
            String form = Map.of(
                            "grant_type",
                            "client_credentials",
                            "scope",
                            scope,
                            "client_id",
                            id,
                            "client_assertion_type",
                            "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                            "client_assertion",
                            assertion())
                    .entrySet()
                    .stream()
                    .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(site + "/oauth2/token"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(form))
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("No token for a program: " + answer.body());
            }
            return JsonMapper.shared()
                    .readTree(answer.body())
                    .path("access_token")
                    .asString();
        } catch (IOException | InterruptedException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String assertion() throws GeneralSecurityException {
        long now = Instant.now().getEpochSecond();
        String signed = part(Map.of("alg", "EdDSA", "typ", "JWT")) + "."
                + part(Map.of(
                        "iss", id, "sub", id, "aud", site, "jti", UUID.randomUUID(), "iat", now, "exp", now + 60));
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(keys.getPrivate());
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + BASE64.encodeToString(signature.sign());
    }

    private static String part(Map<String, Object> json) {
        return BASE64.encodeToString(JsonMapper.shared().writeValueAsBytes(json));
    }
}
