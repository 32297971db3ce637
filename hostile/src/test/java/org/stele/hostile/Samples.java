package org.stele.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.stele.ledger.EntryBundle;
import org.stele.ledger.evidence.BundleHeader.Completeness;
import org.stele.ledger.sample.SampleBundle;
import org.stele.ledger.sample.SampleKeys;
import org.stele.ledger.sample.SampleLedger;
import tools.jackson.databind.json.JsonMapper;

/** True input of each parser, to begin from. */
final class Samples {

    private static final Path DEMO = Path.of("../standalone/src/main/resources/demo");
    private static final Path SCREENERS = Path.of("../command-side/src/test/resources/screeners");
    private static final int SIZE = 12;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SampleLedger ledger = new SampleLedger(41, SIZE);

    Samples() {
        ledger.recordHeads();
    }

    byte[] bundle() {
        return new SampleBundle(ledger, "RUS", Completeness.LEAVES)
                .checkpoints(5L)
                .consistency(5L)
                .bytes();
    }

    byte[] proof() {
        return ledger.proof(7, SIZE).encode();
    }

    byte[] leaf() {
        return ledger.event(7).leaf().encode();
    }

    byte[] checkpoint() {
        return ledger.checkpoint(SIZE).encode();
    }

    static byte[] list() {
        return read(DEMO.resolve("invented-list-v1.xml"));
    }

    static byte[] filings() {
        String[] lines = new String(read(DEMO.resolve("filings.csv")), UTF_8).split("\n");
        return String.join("\n", List.of(lines).subList(0, 4)).getBytes(UTF_8);
    }

    List<byte[]> of(Parser parser) {
        return switch (parser) {
            case LEAF -> List.of(leaf());
            case NOTE, CHECKPOINT -> List.of(checkpoint());
            case WITNESS_REQUEST -> List.of(texts("old 12\n\n" + new String(checkpoint(), UTF_8)));
            case POLICY -> List.of(texts(SampleKeys.policyText()));
            case PROOF -> List.of(proof());
            case STATE_HEADS -> List.of(ledger.recordedHeads().getFirst().encode());
            case ENTRIES -> List.of(EntryBundle.encode(List.of(leaf(), leaf())));
            case BUNDLE -> List.of(bundle());
            case SIGNED_JSON, BODY ->
                List.of(texts("{\"filing\":\"5b1f7c0e-3a62-4d3c-9b58-0a4e6f1d2c73\",\"state\":\"NOR\","
                        + "\"day\":\"2019-12\",\"count\":1,\"score\":0.5,\"declared\":true,\"parts\":[{\"name\":\"a\"}],"
                        + "\"named\":{\"b\":{\"name\":\"c\"}},\"answer\":{}}"));
            case FILINGS -> List.of(filings(), workbook("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>"));
            case NOTICES -> List.of(texts("iso3,category,count,departed,destination\nNOR,NATIONAL,1,2019-12,PRK\n"));
            case LIST -> List.of(list());
            case YENTE -> answers("yente-match-sample.json");
            case WATCHMAN -> answers("watchman-search-sample.json");
            case PARTIAL_DATE -> List.of(texts("2019-12-22"), texts("2019"), texts("2019-01/2019-12-22"));
            case WRITTEN_DATE -> List.of(texts("22 December 2019"), texts("22.12.2018"), texts("٢٢ ديسمبر ٢٠١٩"));
            case WRITTEN_COUNT -> List.of(texts("1,200"), texts("1 200"), texts("١٢"));
        };
    }

    /** The answers of all cases of the samples. */
    private static List<byte[]> answers(String file) {
        return JSON.readTree(read(SCREENERS.resolve(file)))
                .path("cases")
                .valueStream()
                .map(each -> texts("{\"answer\":" + each.path("response").path("body") + "}"))
                .limit(4)
                .toList();
    }

    static byte[] texts(String text) {
        return text.getBytes(UTF_8);
    }

    /** A workbook whose one sheet has these rows. */
    static byte[] workbook(String rows) {
        return zip(parts(rows));
    }

    /** The parts of a workbook, by name. */
    static Map<String, String> parts(String rows) {
        String types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String relations = "<Relationships"
                + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">%s</Relationships>";
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "_rels/.rels",
                relations.formatted("<Relationship Id=\"r1\" Type=\"%s/officeDocument\" Target=\"xl/workbook.xml\"/>"
                        .formatted(types)));
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns:r=\"%s\"><workbookPr/><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
                        .formatted(types));
        parts.put(
                "xl/_rels/workbook.xml.rels",
                relations.formatted(
                        "<Relationship Id=\"r1\" Type=\"%1$s/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"%1$s/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"r3\" Type=\"%1$s/styles\" Target=\"styles.xml\"/>"
                                .formatted(types)));
        parts.put("xl/sharedStrings.xml", "<sst><si><t>iso3</t></si></sst>");
        parts.put("xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
        return parts;
    }

    static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(texts(part.getValue()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
