package org.stele.query.export.file;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.stele.events.Sha256Digest;

/** A sheet as a PDF with its fonts inside, to be printed and filed; its date and id follow from what it says. */
final class PdfFile {

    static final String FONT = "DejaVu Sans Condensed";
    private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/DejaVuSansCondensed";
    private static final int BOLD = 700;
    private static final int REGULAR = 400;

    static {
        // The library prints each step of its layout.
        XRLog.setLoggingEnabled(false);
    }

    private PdfFile() {}

    static byte[] bytes(Sheet sheet, Provenance provenance) {
        String html = PrintedSheet.html(sheet, provenance);
        try (PdfBoxRenderer renderer = builder(html).buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            PDDocument document = renderer.getPdfDocument();
            describe(document.getDocumentInformation(), sheet, provenance);
            document.setDocumentId(id(html));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PdfRendererBuilder builder(String html) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.withHtmlContent(html, null);
        builder.useUriResolver((_, _) -> null);
        builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
        builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
        builder.useFont(() -> font(".ttf"), FONT, REGULAR, FontStyle.NORMAL, true);
        builder.useFont(() -> font("-Bold.ttf"), FONT, BOLD, FontStyle.NORMAL, true);
        builder.toStream(OutputStream.nullOutputStream());
        return builder;
    }

    private static InputStream font(String ending) {
        return Objects.requireNonNull(PdfFile.class.getResourceAsStream(FONTS + ending), "the fonts of the build");
    }

    private static void describe(PDDocumentInformation information, Sheet sheet, Provenance provenance) {
        Calendar day = day(provenance.asOf());
        information.setTitle(sheet.title());
        information.setCreator("Stele");
        information.setCreationDate(day);
        information.setModificationDate(day);
    }

    private static Calendar day(LocalDate day) {
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        calendar.setTimeInMillis(day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
        return calendar;
    }

    private static long id(String html) {
        Sha256Digest digest = Sha256Digest.of(html.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(HexFormat.of().parseHex(digest.hex())).getLong();
    }
}
