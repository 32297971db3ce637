package org.stele.web.door;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name in a Host header, without its port. */
record HostName(String text) {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final Pattern NAME = Pattern.compile("\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9_.-]+");
    private static final Pattern HEADER = Pattern.compile("(" + NAME.pattern() + ")(?::\\d{1,5})?");

    /** The name in lower case; empty where the header holds anything but a name and a port. */
    static Optional<HostName> inHeader(String header) {
        Matcher matcher = HEADER.matcher(header);
        return matcher.matches() ? Optional.of(small(matcher.group(1))) : Optional.empty();
    }

    /** A configured name; it has no port. */
    static HostName stated(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "STELE_HOSTS: expected names without scheme and port, such as board.example, with commas between, got '%s'. Correct it."
                            .formatted(name));
        }
        return small(name);
    }

    private static HostName small(String name) {
        return new HostName(name.toLowerCase(Locale.ROOT));
    }

    /** A closed list: a name that needs a resolver could resolve to another address tomorrow. */
    boolean isLoopback() {
        return LOOPBACK.contains(text);
    }
}
