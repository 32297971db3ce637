package org.stele.command.screening.list;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.stele.command.testing.Client;
import tools.jackson.databind.JsonNode;

/** Invented lists in the true structure of the real one; nobody in them exists. */
public final class ListFiles {

    private ListFiles() {}

    /** Three versions of about a thousand entries, from 1. */
    public static byte[] thousand(int version) {
        return unzipped("thousand/list-v%s.xml".formatted(version));
    }

    /** Three versions of about a hundred entries, from 1. */
    public static byte[] hundred(int version) {
        return unzipped("hundred/list-v%s.xml".formatted(version));
    }

    /** A file that has to be refused or looked at, made from version 1 of the hundred. */
    public static byte[] hostile(String file) {
        return unzipped("hostile/" + file);
    }

    /** A JSON file about the lists. */
    public static JsonNode json(String file) {
        try (InputStream in = open(file)) {
            return Client.JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] unzipped(String file) {
        try (InputStream in = new GZIPInputStream(open(file + ".gz"))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String file) {
        return Objects.requireNonNull(ListFiles.class.getResourceAsStream("/un-list/" + file), file);
    }
}
