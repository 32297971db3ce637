package org.stele.identity.passkey;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * For whom passkeys are made here. A passkey knows the name of the site that it was made for, and signs for no other; an
 * address of numbers is no name.
 *
 * @param id the first name in STELE_HOSTS, or localhost
 * @param origins where pages may ask for a passkey: by https under this name and the names below it, or at localhost
 */
public record RelyingParty(String id, Set<String> origins) {

    private static final String LOCALHOST = "localhost";
    private static final Pattern NUMBERS = Pattern.compile("\\[.*]|[0-9.]+");

    /** @param port that this node listens on */
    static RelyingParty of(List<String> hosts, String port) {
        Optional<String> name = hosts.stream()
                .map(host -> host.toLowerCase(Locale.ROOT))
                .filter(host -> !NUMBERS.matcher(host).matches() && !host.equals(LOCALHOST))
                .findFirst();
        return name.map(id -> named(id, hosts))
                .orElseGet(() -> new RelyingParty(
                        LOCALHOST, Set.of("http://" + LOCALHOST + (port.equals("80") ? "" : ":" + port))));
    }

    private static RelyingParty named(String id, List<String> hosts) {
        return new RelyingParty(
                id,
                hosts.stream()
                        .map(host -> host.toLowerCase(Locale.ROOT))
                        .filter(host -> host.equals(id) || host.endsWith("." + id))
                        .map("https://"::concat)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** The origin to go to where passkeys do not work at this one; empty where they do. */
    public Optional<String> elsewhere(String origin) {
        return origins.contains(origin) ? Optional.empty() : Optional.of(first());
    }

    /** The origin of the site itself. */
    public String first() {
        return origins.stream().min(Comparator.comparingInt(String::length)).orElseThrow();
    }
}
