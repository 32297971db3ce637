package org.stele.standalone.home;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import org.postgresql.Driver;
import org.stele.standalone.home.Database.Credentials;

/** Checks an operator's database before anything else, so that errors are reported in words. */
final class DatabaseDoor {

    private static final String FORM = "jdbc:postgresql://HOST:PORT/DATABASE";
    private static final Pattern ADDRESS = Pattern.compile("jdbc:postgresql://[^/?]+/[^/?]+");

    private static final int MAX_PORT = 65_535;

    private DatabaseDoor() {}

    /** Refuses an address that no driver accepts. */
    static void requireAddress(String url) {
        boolean isOne = ADDRESS.matcher(url).lookingAt() && hasPorts(url) && Driver.parseURL(url, null) != null;
        if (!isOne) {
            throw new Misconfigured(
                    "STELE_DB_URL: expected %s, got %s. Correct it.".formatted(FORM, withoutPassword(url)));
        }
    }

    /** The address may name several hosts, each with a port or without; an IPv6 address is in brackets. */
    private static boolean hasPorts(String url) {
        String hosts = url.substring(url.indexOf("//") + 2).replaceAll("[/?].*", "");
        for (String host : hosts.replaceAll("\\[[^]]*]", "ipv6").split(",")) {
            int colon = host.lastIndexOf(':');
            if (colon >= 0 && !isPort(host.substring(colon + 1))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPort(String text) {
        return text.matches("[0-9]{1,5}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= MAX_PORT;
    }

    private static String withoutPassword(String url) {
        return url.replaceAll("(?i)(password=)[^&]*", "$1...").replaceAll("//[^/@]*@", "//...@");
    }

    /** Refuses a database that does not accept one of its users. */
    static void requireEntry(Database database) {
        for (Database.Role role : database.roles()) {
            try (Connection _ = database.dataSource(role.credentials()).getConnection()) {
                // The user can connect.
            } catch (SQLException e) {
                throw new Misconfigured(words(database, role, e), e);
            }
        }
    }

    /** Refuses a database without a ledger. */
    static void requireLedger(Database database) throws SQLException {
        try (Connection connection = database.dataSource(database.query()).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT to_regclass('ledger.event') IS NOT NULL AS there")) {
            row.next();
            if (!row.getBoolean("there")) {
                throw new Misconfigured(
                        "There is no ledger in %s: expected the tables of schema ledger. Correct STELE_DB_URL or STELE_HOME, or make them with: java -jar stele.jar migrate"
                                .formatted(withoutPassword(database.url())));
            }
        }
    }

    /** Refuses a user that has to read bodies and may not, as one that serves readers where the roles are kept apart. */
    static void requireBodies(Database database) throws SQLException {
        for (Credentials user : List.of(database.bodies(), database.projection())) {
            try (Connection connection = database.dataSource(user).getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet row =
                            statement.executeQuery("SELECT has_table_privilege('ledger.event', 'SELECT') AS may")) {
                row.next();
                if (!row.getBoolean("may")) {
                    throw new Misconfigured(
                            "%s may not read the bodies of events in %s: expected stele_bodies and stele_projection, which this database has. Set STELE_DB_BODIES_PASSWORD and STELE_DB_PROJECTION_PASSWORD, or run: java -jar stele.jar migrate"
                                    .formatted(user.user(), withoutPassword(database.url())));
                }
            }
        }
    }

    private static String words(Database database, Database.Role role, SQLException failure) {
        String url = withoutPassword(database.url());
        Credentials credentials = role.credentials();
        return switch (String.valueOf(failure.getSQLState())) {
            case "28P01", "28000" ->
                "%s does not let %s in: %s. Correct STELE_DB_%s_USER or STELE_DB_%s_PASSWORD, or make the roles first (docs/operating/postgresql.md)."
                        .formatted(url, credentials.user(), failure.getMessage(), role.name(), role.name());
            case "3D000" ->
                "%s names a database that does not exist. Make it with CREATE DATABASE, or correct STELE_DB_URL."
                        .formatted(url);
            case "42501" ->
                "%s does not let %s in: %s. GRANT CONNECT to it, or run: java -jar stele.jar migrate"
                        .formatted(url, credentials.user(), failure.getMessage());
            default -> unreachable(url, failure);
        };
    }

    private static String unreachable(String url, SQLException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String what = switch (cause) {
                case UnknownHostException _ -> "its host is not known";
                case ConnectException _, NoRouteToHostException _ -> "nothing answers there";
                case SocketTimeoutException _ -> "no answer came in time";
                default -> null;
            };
            if (what != null) {
                return "Expected PostgreSQL at STELE_DB_URL, %s: %s. Start it there, or correct the address."
                        .formatted(url, what);
            }
        }
        return "Expected PostgreSQL at STELE_DB_URL, %s: %s".formatted(url, Reason.of(failure));
    }
}
