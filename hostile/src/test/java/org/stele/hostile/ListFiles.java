package org.stele.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Versions of the Consolidated List that are none. */
final class ListFiles {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String OPEN = HEAD + "<CONSOLIDATED_LIST dateGenerated=\"2026-01-01T00:00:00Z\"><INDIVIDUALS>";

    private final List<HostileFile> files = new ArrayList<>();

    static List<HostileFile> all() {
        ListFiles made = new ListFiles();
        made.entities();
        made.encodings();
        made.sizes();
        made.forms();
        return made.files;
    }

    private void add(String name, String text) {
        add(name, text.getBytes(UTF_8));
    }

    private void add(String name, byte[] bytes) {
        files.add(new HostileFile(
                "list",
                name,
                () -> new ByteArrayInputStream(bytes),
                stream -> Parser.LIST.refusal(stream.readAllBytes())));
    }

    private void repeated(String name, String before, String again, int times, String after) {
        files.add(new HostileFile(
                "list",
                name,
                () -> Repeated.of(before, again, times, after),
                stream -> Parser.LIST.refusal(stream.readAllBytes())));
    }

    private void entities() {
        String text = new String(Samples.list(), UTF_8);
        String body = text.substring(text.indexOf("<CONSOLIDATED_LIST"));
        add("entities that grow", HEAD + WorkbookFiles.laughs() + body.replaceFirst("</", "&l9;</"));
        add(
                "one long entity used often",
                HEAD + "<!DOCTYPE a [<!ENTITY b \"" + "b".repeat(100_000) + "\">]>"
                        + body.replaceFirst("</", "&b;".repeat(10_000) + "</"));
        for (String address : List.of(
                "file:///etc/passwd",
                "http://127.0.0.1:9/x",
                "ftp://127.0.0.1:9/x",
                "jar:file:///x.jar!/x",
                "netdoc:/etc/passwd")) {
            add(
                    "an entity at " + address,
                    HEAD + "<!DOCTYPE a [<!ENTITY x SYSTEM \"" + address + "\">]>" + body.replaceFirst("</", "&x;</"));
            add("a document type at " + address, HEAD + "<!DOCTYPE a SYSTEM \"" + address + "\">" + body);
        }
        add("a parameter entity", HEAD + "<!DOCTYPE a [<!ENTITY % x SYSTEM \"http://127.0.0.1:9/x\"> %x;]>" + body);
        add(
                "an attribute by default",
                HEAD + "<!DOCTYPE a [<!ATTLIST CONSOLIDATED_LIST a CDATA \"" + "x".repeat(10_000) + "\">]>" + body);
        add("an entity without a document type", body.replaceFirst("</", "&unknown;</"));
        add(
                "what XInclude would include",
                HEAD
                        + "<x:include xmlns:x=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/passwd\""
                        + " parse=\"text\"/>");
        add("a stylesheet", HEAD + "<?xml-stylesheet href=\"http://127.0.0.1:9/x.xsl\"?><a/>");
    }

    private void encodings() {
        String text = new String(Samples.list(), UTF_8);
        String body = text.substring(text.indexOf("<CONSOLIDATED_LIST"));
        for (String name : List.of("UTF-16", "UTF-7", "UTF-32", "IBM037", "x-nobody", "ISO-2022-JP", "UTF-8\u0000")) {
            add(
                    "said to be " + name.strip() + ", and UTF-8",
                    "<?xml version=\"1.0\" encoding=\"" + name + "\"?>" + body.replace("A", "\u00c4"));
        }
        add("said to be UTF-8, and Latin", (HEAD + body.replace("A", "\u00c4")).getBytes(ISO_8859_1));
        add("said to be UTF-8, and UTF-16", (HEAD + body).getBytes(UTF_16BE));
        add("in EBCDIC", (HEAD + body).getBytes(Charset.forName("IBM037")));
        add("a NUL in it", HEAD + body.replaceFirst("</", "\0</"));
        add("half of a pair", HEAD + body.replaceFirst("</", "&#xD800;</"));
        add("U+FFFF", HEAD + body.replaceFirst("</", "&#xFFFF;</"));
        add("XML 1.1 with controls", "<?xml version=\"1.1\" encoding=\"UTF-8\"?>" + body.replaceFirst("</", "&#1;</"));
    }

    private void sizes() {
        repeated("15 MiB of blanks", OPEN, " ", 15 << 20, "");
        repeated("17 MiB", OPEN, " ", 17 << 20, "");
        repeated("a text of 15 MiB", OPEN + "<INDIVIDUAL><FIRST_NAME>", "a", 15 << 20, "");
        repeated("an attribute of 15 MiB", HEAD + "<CONSOLIDATED_LIST a=\"", "a", 15 << 20, "\"/>");
        repeated("a name of 15 MiB", HEAD + "<", "a", 15 << 20, "/>");
        repeated("a comment of 15 MiB", HEAD + "<!--", "a", 15 << 20, "--><a/>");
        repeated("CDATA of 15 MiB", OPEN + "<![CDATA[", "a", 15 << 20, "]]>");
        repeated("elements within each other", OPEN, "<a>", 2_000_000, "");
        repeated("elements beside each other", OPEN, "<a/>", 3_000_000, "");
        repeated("entries without end", OPEN, "<INDIVIDUAL/>", 1_000_000, "</INDIVIDUALS></CONSOLIDATED_LIST>");
        repeated("attributes without end", HEAD + "<CONSOLIDATED_LIST ", "a%s=\"\" ", 100_000, "/>");
        repeated("namespaces without end", HEAD, "<a xmlns:b=\"c\">", 500_000, "");
        repeated("instructions without end", HEAD, "<?a b?>", 1_000_000, "<a/>");
        repeated("character references", OPEN + "<INDIVIDUAL><FIRST_NAME>", "&#65;", 2_000_000, "");
    }

    private void forms() {
        byte[] list = Samples.list();
        add("nothing", "");
        add("no XML", "{\"list\": []}");
        add("a page", "<!doctype html><html><body><p>Not found</body></html>");
        add("another root", HEAD + "<SANCTIONS/>");
        add("no entries", OPEN + "</INDIVIDUALS></CONSOLIDATED_LIST>");
        add("cut off in the middle", Arrays.copyOf(list, list.length / 2));
        add("twice", new String(list, UTF_8).repeat(2));
        add("something after its end", new String(list, UTF_8) + "x");
    }
}
