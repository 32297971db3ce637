package org.stele.standalone.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.stele.standalone.hostile.Operation.Parameter;

/** Requests with something wrong in each: in an address, a header or a body. The same seed gives the same requests. */
public final class HostileRequests {

    /** What no field should hold: numbers, dates, injections, characters and sizes. */
    private static final List<String> WRONG = List.of(
            "",
            " ",
            "null",
            "undefined",
            "true",
            "-1",
            "0",
            "00",
            "1.5",
            "1e3",
            "2147483648",
            "-9223372036854775809",
            "99999999999999999999999",
            "1e400",
            "NaN",
            "٣",
            "2019-02-30",
            "2019-13",
            "0000-01-01",
            "9999-12-31",
            "+999999999-12-31",
            "2019-12-22/2018-01-01",
            "2019-12-22T00:00:00Z",
            "' OR 1=1--",
            "1; DROP TABLE ledger.event",
            "\" OR \"\"=\"",
            "1 UNION SELECT body FROM ledger.event",
            "pg_sleep(5)",
            "'||pg_sleep(5)--",
            "../../etc/passwd",
            "..\\..\\win.ini",
            "/etc/passwd",
            "file:///etc/passwd",
            "<script>alert(1)</script>",
            "\"><img src=x onerror=a>",
            "${jndi:ldap://127.0.0.1:9/a}",
            "{{7*7}}",
            "${7*7}",
            "#{7*7}",
            "%{7*7}",
            "%00",
            "%2e%2e%2f",
            "\u0000",
            "\ud800",
            "\u202e",
            "\u00ad",
            "\ufeff",
            "😀",
            "\r\nX-Injected: 1",
            "a\nb",
            "[]",
            "{}",
            "*",
            "?",
            "#",
            ";",
            "|",
            "`id`",
            "$(id)",
            "PRK",
            "RUS",
            "nor",
            "ZZZ",
            "PUBLIC",
            "AUDIT",
            "STATE",
            "constructor",
            "__proto__",
            "a".repeat(300),
            "a".repeat(20_000),
            "😀".repeat(3_000),
            "[".repeat(2_000),
            "(((((((((((((((((((((((((((((a+)+)+)+)+");

    private static final List<String> METHODS =
            List.of("PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "GET", "POST");
    private static final List<String> TYPES = List.of(
            "text/plain",
            "application/xml",
            "text/csv",
            "multipart/form-data; boundary=a",
            "application/json; charset=utf-16",
            "application/json;charset=\"",
            "image/png",
            "*/*",
            "application/",
            "",
            "a".repeat(4_000));
    private static final Map<String, List<String>> HEADERS = Map.of(
            "Accept",
                    List.of("text/html", "application/xml", "*/*;q=0", "application/json;q=x", "a", ",".repeat(2_000)),
            "Accept-Language", List.of("ar", "xx-yy-zz", "*;q=9", "a".repeat(3_000)),
            "If-None-Match", List.of("*", "\"", "W/\"x\"", "\"a\",".repeat(500)),
            "Range", List.of("bytes=0-", "bytes=-1", "bytes=9-1", "x"),
            "Origin", List.of("null", "http://127.0.0.1", "https://evil.example"),
            "Cookie",
                    List.of(
                            "stele-session=x",
                            "stele-form=%00",
                            "a=" + "b".repeat(3_000),
                            "stele-session=" + "QUFB".repeat(20)),
            "X-Forwarded-For", List.of("::1", "x", "1.2.3.4, 5.6.7.8"),
            "X-HTTP-Method-Override", List.of("DELETE"),
            "Idempotency-Key", List.of("", "x", "00000000-0000-0000-0000-000000000000", "a".repeat(200)));

    private final List<Operation> operations;
    private final List<String> tokens;
    private final List<String> known;
    private final Random random;
    private final HostileJson json;

    /**
     * @param tokens of accounts of each role
     * @param known ids, positions and digests of what is on record
     */
    public HostileRequests(List<Operation> operations, List<String> tokens, List<String> known, long seed) {
        this.operations = operations;
        this.tokens = tokens;
        this.known = known;
        this.random = new Random(seed);
        this.json = new HostileJson(random, this::value);
    }

    /** One request, as it is sent. */
    public record Sent(String method, String target, Map<String, String> headers, byte[] body) {

        public String inShort() {
            String text = new String(body, 0, Math.min(300, body.length), ISO_8859_1);
            return method + " " + target.substring(0, Math.min(300, target.length())) + " " + headers + " " + text;
        }
    }

    public Sent next() {
        Operation operation = pick(operations);
        Map<String, String> headers = new LinkedHashMap<>();
        String target = target(operation, headers);
        if (random.nextInt(8) > 0) {
            headers.put("Authorization", "Bearer " + (random.nextInt(40) == 0 ? value() : pick(tokens)));
        }
        if (random.nextInt(6) == 0) {
            String name = pick(List.copyOf(new java.util.TreeSet<>(HEADERS.keySet())));
            headers.put(name, pick(HEADERS.getOrDefault(name, List.of(""))));
        }
        String method = random.nextInt(25) == 0 ? pick(METHODS) : operation.method();
        return new Sent(method, target, clean(headers), body(operation, headers));
    }

    private String target(Operation operation, Map<String, String> headers) {
        String path = operation.path().replace("**", encoded(value()));
        List<String> query = new ArrayList<>();
        for (Parameter parameter : operation.parameters()) {
            String value = random.nextInt(3) == 0 && !parameter.example().isEmpty() ? parameter.example() : value();
            switch (parameter.in()) {
                case "path" ->
                    path = path.replace("{" + parameter.name() + "}", value.isEmpty() ? "x" : encoded(value));
                case "header" -> headers.put(parameter.name(), random.nextInt(10) == 0 ? value : uuid());
                default -> {
                    if (random.nextInt(3) > 0) {
                        query.add(parameter.name() + "=" + encoded(value));
                    }
                }
            }
        }
        if (random.nextInt(15) == 0) {
            query.add(encoded(value()) + "=" + encoded(value()));
        }
        return path + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    private String uuid() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    /** Something on record, or something wrong. */
    String value() {
        return random.nextInt(3) == 0 ? pick(known) : pick(WRONG);
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    private byte[] body(Operation operation, Map<String, String> headers) {
        String type = operation.contentType();
        if (type == null) {
            return random.nextInt(40) == 0 ? value().getBytes(UTF_8) : new byte[0];
        }
        headers.put("Content-Type", random.nextInt(20) == 0 ? pick(TYPES) : type);
        byte[] body = text(operation, type).getBytes(UTF_8);
        return switch (random.nextInt(30)) {
            case 0 -> Arrays.copyOf(body, random.nextInt(body.length + 1));
            case 1 -> new String(body, UTF_8).getBytes(UTF_16LE);
            case 2 -> new String(body, UTF_8).getBytes(ISO_8859_1);
            case 3 -> flipped(body);
            case 4 -> gzip(body, headers);
            case 5 -> random.nextInt(20) == 0 ? new byte[(1 << 20) + 1] : body;
            default -> body;
        };
    }

    private String text(Operation operation, String type) {
        if (type.endsWith("json")) {
            return json.body(operation);
        }
        if (type.contains("form")) {
            List<String> fields = new ArrayList<>();
            operation.parameters().forEach(field -> fields.add(field.name() + "=" + encoded(value())));
            return String.join("&", fields);
        }
        return type.contains("xml")
                ? "<?xml version=\"1.0\"?><CONSOLIDATED_LIST dateGenerated=\"" + value() + "\"/>"
                : "iso3,obligation,count\n" + value() + "," + value() + "," + value() + "\n";
    }

    private byte[] flipped(byte[] body) {
        byte[] changed = body.clone();
        for (int i = 0; i < 3 && changed.length > 0; i++) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
        return changed;
    }

    private static byte[] gzip(byte[] body, Map<String, String> headers) {
        headers.put("Content-Encoding", "gzip");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A header is one line of Latin letters; what is worse is sent where an address or a body can hold it. */
    private static Map<String, String> clean(Map<String, String> headers) {
        headers.replaceAll((_, value) -> value.replaceAll("[^\\x20-\\x7e\\xa0-\\xff]", "?"));
        return headers;
    }
}
