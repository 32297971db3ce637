package org.stele.standalone;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** All that a reader can make of an answer's bytes: entries of archives, the text of documents, and what base64 hides. */
final class AnswerText {

    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{12,}");

    /** What the beginning of a canary looks like in base64, by where in a group of three bytes it begins. */
    private static final List<String> HIDDEN =
            IntStream.range(0, 3).mapToObj(AnswerText::hidden).toList();

    private AnswerText() {}

    static String of(String type, byte[] bytes) throws IOException {
        if (bytes.length > 4 && bytes[0] == 'P' && bytes[1] == 'K') {
            return entries(bytes);
        }
        if (type.contains("application/pdf")) {
            return pages(bytes);
        }
        String text =
                new String(bytes, StandardCharsets.UTF_8).replace('-', '+').replace('_', '/');
        return HIDDEN.stream().anyMatch(text::contains)
                ? new String(bytes, StandardCharsets.UTF_8) + '\n' + decoded(text)
                : new String(bytes, StandardCharsets.UTF_8);
    }

    private static String entries(byte[] bytes) throws IOException {
        StringBuilder text = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                text.append(entry.getName()).append('\n').append(of("", zip.readAllBytes()));
            }
        }
        return text.toString();
    }

    /** A line may end within a word. */
    private static String pages(byte[] bytes) throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            String text = new PDFTextStripper().getText(document);
            return text + '\n' + text.replaceAll("\\s", "");
        }
    }

    private static String decoded(String text) {
        StringBuilder decoded = new StringBuilder();
        Matcher run = BASE64.matcher(text);
        while (run.find()) {
            String whole = run.group().substring(0, run.group().length() / 4 * 4);
            decoded.append(new String(Base64.getDecoder().decode(whole), StandardCharsets.UTF_8))
                    .append('\n');
        }
        return decoded.toString();
    }

    private static String hidden(int before) {
        byte[] bytes = (" ".repeat(before) + Canary.PREFIX).getBytes(StandardCharsets.US_ASCII);
        String whole = Base64.getEncoder().withoutPadding().encodeToString(bytes);
        return whole.substring(before + (before == 0 ? 0 : 1), bytes.length * 8 / 6);
    }
}
