package org.stele.identity;

import java.math.BigInteger;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stele.web.json.WebJson;

/** A program of a State, with a key of its own, that speaks HTTP as its author wrote it, by the JDK alone. */
final class TestProgram {

    /** The origin that the proxy of all nodes says it was asked for. */
    static final String ORIGIN = "https://ledger.example";

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final String algorithm;
    private final KeyPair keys;
    String id = "";

    TestProgram(String algorithm) {
        this.algorithm = algorithm;
        this.keys = keys(algorithm);
    }

    private static KeyPair keys(String algorithm) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(
                    switch (algorithm) {
                        case "ES256" -> "EC";
                        case "RS256" -> "RSA";
                        default -> "Ed25519";
                    });
            if (algorithm.equals("ES256")) {
                generator.initialize(new ECGenParameterSpec("secp256r1"));
            } else if (algorithm.equals("RS256")) {
                generator.initialize(2048);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String pem() {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    String privatePem() {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    /** What a good assertion says now. */
    Map<String, Object> claims() {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", id);
        claims.put("sub", id);
        claims.put("aud", ORIGIN);
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("iat", Instant.now().getEpochSecond());
        claims.put("exp", Instant.now().getEpochSecond() + 60);
        return claims;
    }

    String assertion() {
        return assertion(claims(), null);
    }

    String assertion(Map<String, Object> claims, @Nullable String kid) {
        Map<String, Object> header = new LinkedHashMap<>(Map.of("alg", algorithm, "typ", "JWT"));
        if (kid != null) {
            header.put("kid", kid);
        }
        String signed = part(header) + "." + part(claims);
        return signed + "." + BASE64.encodeToString(sign(signed));
    }

    static String part(Map<String, Object> json) {
        return BASE64.encodeToString(WebJson.MAPPER.writeValueAsBytes(json));
    }

    private byte[] sign(String text) {
        try {
            Signature signature = Signature.getInstance(
                    switch (algorithm) {
                        case "ES256" -> "SHA256withECDSAinP1363Format";
                        case "RS256" -> "SHA256withRSA";
                        default -> "Ed25519";
                    });
            signature.initSign(keys.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The whole request for a token, whose parameters can be changed. */
    Map<String, String> request(String scope, String assertion) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        form.put("scope", scope);
        form.put("client_id", id);
        form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        form.put("client_assertion", assertion);
        return form;
    }

    /** Through the proxy of the nodes, from an address of the program's own. */
    HttpResponse<String> post(SampleNode node, Map<String, String> form) throws Exception {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return SampleNode.browser()
                .send(
                        node.request("/oauth2/token")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("X-Forwarded-Host", "ledger.example")
                                .header("X-Forwarded-Proto", "https")
                                .header("X-Forwarded-For", "203.0.113." + address())
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString());
    }

    private int address() {
        return new BigInteger(1, keys.getPublic().getEncoded())
                .mod(BigInteger.valueOf(250))
                .intValue();
    }

    /** A good token of a scope. */
    String token(SampleNode node, String scope) throws Exception {
        HttpResponse<String> answer = post(node, request(scope, assertion()));
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.body());
        }
        return WebJson.MAPPER.readTree(answer.body()).get("access_token").asString();
    }

    /** Asks an address through the proxy, by this token. */
    static HttpResponse<String> ask(SampleNode node, String method, String path, String token) throws Exception {
        return SampleNode.browser()
                .send(
                        node.request(path)
                                .header("X-Forwarded-Host", "ledger.example")
                                .header("X-Forwarded-Proto", "https")
                                .header("Authorization", "Bearer " + token)
                                .method(method, BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.ofString());
    }
}
