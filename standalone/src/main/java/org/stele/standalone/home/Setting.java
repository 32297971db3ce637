package org.stele.standalone.home;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;
import org.stele.web.limit.Limit;

/** The environment variables of Stele. docs/operating/settings.md explains each. */
public final class Setting {

    static final String HOME = "STELE_HOME";
    public static final String DEMO = "STELE_DEMO";
    public static final String DATABASE = "STELE_DB_URL";
    static final String PUBLIC_ACCESS = "STELE_PUBLIC_ACCESS";
    static final String VIEWS_KEY = "STELE_VIEWS_KEY";

    private static final String PREFIX = "STELE_";

    /** Those that must not be empty: whoever set them so did not mean the default. */
    private static final Set<String> NOT_EMPTY = Set.of(
            HOME,
            DATABASE,
            DEMO,
            "STELE_PORT",
            "STELE_ADDRESS",
            "STELE_ORIGIN",
            "STELE_TLS_CERTIFICATE",
            "STELE_TLS_KEY");

    private static final Set<String> KNOWN =
            Arrays.stream("""
                STELE_HOME STELE_DEMO STELE_PORT STELE_ADDRESS STELE_TRUSTED_PROXY STELE_HOSTS STELE_PUBLIC_ACCESS
                STELE_DB_URL
                STELE_DB_SUPERUSER_USER STELE_DB_SUPERUSER_PASSWORD STELE_DB_OWNER_USER STELE_DB_OWNER_PASSWORD
                STELE_DB_COMMAND_USER STELE_DB_COMMAND_PASSWORD STELE_DB_QUERY_USER STELE_DB_QUERY_PASSWORD
                STELE_DB_BODIES_USER STELE_DB_BODIES_PASSWORD STELE_DB_PROJECTION_USER STELE_DB_PROJECTION_PASSWORD
                STELE_ORIGIN STELE_SIGNING_KEY STELE_SIGNING_KEY_PASSWORD
                STELE_SIGNING_KEY_NEXT STELE_SIGNING_KEY_NEXT_PASSWORD
                STELE_WITNESSES STELE_WITNESS_PATIENCE STELE_AUDIT_PASS STELE_COMMAND_MOST_WAITING STELE_LONGEST_IDLE_DAYS
                STELE_VIEWS_KEY STELE_PROTECTION_KEY STELE_ROOTS STELE_WEB_BODY_WITHIN STELE_WEB_IMPORT_WITHIN STELE_WEB_SILENCE
                STELE_SESSION_IDLE STELE_TOKEN STELE_TLS_CERTIFICATE STELE_TLS_KEY STELE_TLS_KEY_PASSWORD
                STELE_KEYS_URL STELE_KEYS_USER STELE_KEYS_PASSWORD STELE_KEYS_MASTER STELE_KEYS_MASTER_PASSWORD
                STELE_KEYS_NEW_MASTER_PASSWORD
                STELE_OIDC_ISSUER STELE_OIDC_CLIENT_ID STELE_OIDC_CLIENT_SECRET STELE_OIDC_NAME STELE_OIDC_SCOPES
                STELE_OIDC_STAFF_ID_CLAIM STELE_OIDC_ROLE_CLAIM STELE_OIDC_STATE_CLAIM
                """.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());

    private static final List<String> TIMES = List.of(
            "STELE_AUDIT_PASS",
            "STELE_WEB_BODY_WITHIN",
            "STELE_WEB_IMPORT_WITHIN",
            "STELE_WEB_SILENCE",
            "STELE_SESSION_IDLE");
    private static final List<String> NUMBERS = List.of("STELE_COMMAND_MOST_WAITING", "STELE_LONGEST_IDLE_DAYS");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    private Setting() {}

    /** Refuses an empty value, whose meaning is unclear. */
    public static void requireFilled(Map<String, String> environment) {
        for (String name : NOT_EMPTY) {
            String value = environment.get(name);
            if (value != null && value.isBlank()) {
                throw new Misconfigured(
                        "%s is set and empty. Give it a value, or unset it to take the default (docs/operating/settings.md)."
                                .formatted(name));
            }
        }
    }

    /** Refuses a time, a number or a choice that cannot be parsed. */
    public static void requireReadable(Map<String, String> environment) {
        for (String name : TIMES) {
            String value = environment.get(name);
            if (value != null && !isTime(value)) {
                throw unreadable(name, "a time above 0 such as 30s, 10m or 6h", value);
            }
        }
        String publicAccess = environment.get(PUBLIC_ACCESS);
        if (publicAccess != null && !publicAccess.equals("true") && !publicAccess.equals("false")) {
            throw unreadable(PUBLIC_ACCESS, "true or false", publicAccess);
        }
        requireLimits(environment);
        for (String name : NUMBERS) {
            String value = environment.get(name);
            if (value != null && !NUMBER.matcher(value).matches()) {
                throw unreadable(name, "a whole number from 1 to 999999999", value);
            }
        }
    }

    private static void requireLimits(Map<String, String> environment) {
        for (Limit limit : Limit.values()) {
            String value = environment.get(limit.variable());
            try {
                if (value != null) {
                    limit.read(value);
                }
            } catch (IllegalArgumentException e) {
                throw unreadable(limit.variable(), String.valueOf(e.getMessage()), value);
            }
        }
    }

    private static boolean isLimit(String name) {
        return Arrays.stream(Limit.values()).anyMatch(limit -> limit.variable().equals(name));
    }

    private static boolean isTime(String value) {
        try {
            return DurationStyle.detectAndParse(value).isPositive();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Misconfigured unreadable(String name, String expected, @Nullable String value) {
        return new Misconfigured("%s: expected %s, got '%s'. Correct it, or unset it to take the default."
                .formatted(name, expected, value));
    }

    /** Names that look like settings and are none, such as misspelled ones. */
    public static List<String> unknown(Map<String, String> environment) {
        return environment.keySet().stream()
                .filter(name -> name.startsWith(PREFIX) && !KNOWN.contains(name) && !isLimit(name))
                .sorted()
                .toList();
    }
}
