package org.stele.query.export.file;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A sheet as the XHTML that is laid out on paper: its title, where it comes from, and its rows under a header on each page. */
final class PrintedSheet {

    private static final String STYLE = """
            @page { size: A4 landscape; margin: 12mm 10mm 14mm 10mm;
              @bottom-left { content: "%s"; font-family: '%s'; font-size: 6.5pt; color: #555; }
              @bottom-right { content: counter(page) " / " counter(pages); font-family: '%s'; font-size: 6.5pt; color: #555; } }
            body { font-family: '%s'; font-size: 6pt; color: #111; }
            h1 { font-size: 13pt; margin: 0 0 2mm 0; }
            table { border-collapse: collapse; width: 100%%; }
            table.facts { margin: 0 0 4mm 0; }
            table.facts th { width: 32mm; text-align: left; vertical-align: top; padding: 0.3mm 2mm 0.3mm 0; }
            table.facts td { vertical-align: top; padding: 0.3mm 0; word-wrap: break-word; }
            table.rows { -fs-table-paginate: paginate; table-layout: fixed; }
            table.rows th { text-align: left; vertical-align: bottom; border-bottom: 0.8pt solid #333; padding: 0.6mm 0.6mm;
              word-wrap: break-word; }
            table.rows td { vertical-align: top; border-bottom: 0.3pt solid #bbb; padding: 0.6mm 0.6mm; word-wrap: break-word; }
            table.rows tr { page-break-inside: avoid; }
            table.rows th.n, table.rows td.n { text-align: right; }
            """;

    /** Words in capitals: a status, a flag, a list of some. */
    private static final Pattern CODES = Pattern.compile("[A-Z]+(?:_[A-Z]+)*(?: [A-Z]+(?:_[A-Z]+)*)*");

    private PrintedSheet() {}

    static String html(Sheet sheet, Provenance provenance) {
        StringBuilder html = new StringBuilder("<html><head><title>");
        html.append(escaped(sheet.title())).append("</title><style>");
        html.append(STYLE.formatted(inStyle(footer(sheet, provenance)), PdfFile.FONT, PdfFile.FONT, PdfFile.FONT));
        html.append("</style></head><body><h1>").append(escaped(sheet.title())).append("</h1>");
        facts(html, provenance);
        rows(html, sheet);
        return html.append("</body></html>").toString();
    }

    /** A page that is parted from the others says what it is of. */
    private static String footer(Sheet sheet, Provenance provenance) {
        return provenance.facts().stream()
                .filter(fact -> fact.inRows() && !fact.name().equals(Provenance.ADDRESS))
                .map(fact -> fact.label() + " " + fact.cell().text())
                .collect(Collectors.joining(" · ", sheet.title() + " · ", ""));
    }

    private static void facts(StringBuilder html, Provenance provenance) {
        html.append("<table class='facts'>");
        for (Provenance.Fact fact : provenance.facts()) {
            html.append("<tr><th>").append(escaped(fact.label())).append("</th><td dir='auto'>");
            html.append(escaped(fact.cell().text())).append("</td></tr>");
        }
        html.append("</table>");
    }

    private static void rows(StringBuilder html, Sheet sheet) {
        int[] places = sheet.onPaper();
        int total = 0;
        for (int place : places) {
            total += sheet.columns().get(place).width();
        }
        html.append("<table class='rows'><thead><tr>");
        for (int place : places) {
            Column column = sheet.columns().get(place);
            html.append(String.format(
                    Locale.ROOT,
                    "<th%s style='width:%.2f%%'>%s</th>",
                    number(column),
                    100.0 * column.width() / total,
                    escaped(column.label())));
        }
        html.append("</tr></thead><tbody>");
        for (List<Cell> row : sheet.rows()) {
            html.append("<tr>");
            for (int place : places) {
                html.append("<td").append(number(sheet.columns().get(place))).append('>');
                html.append(shown(row.get(place))).append("</td>");
            }
            html.append("</tr>");
        }
        html.append("</tbody></table>");
    }

    private static String number(Column column) {
        return column.kind() == Column.Kind.NUMBER ? " class='n'" : "";
    }

    private static String shown(Cell cell) {
        return switch (cell) {
            case Cell.Amount amount
            when amount.value().scale() <= 0 ->
                String.format(Locale.ROOT, "%,d", amount.value().toBigInteger());
            case Cell.Text text
            when CODES.matcher(text.value()).matches() ->
                text.value().replace(" ", ", ").replace('_', ' ');
            default -> escaped(cell.text());
        };
    }

    private static String inStyle(String text) {
        return escaped(text.replace("\\", "").replace("\"", "").replace("%", ""));
    }

    /** What XML does not allow is shown as U+FFFD. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(isInXml(point) ? point : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    private static boolean isInXml(int point) {
        return point >= ' ' && !(point >= 0xD800 && point <= 0xDFFF) && point != 0xFFFE && point != 0xFFFF
                || point == '\n'
                || point == '\t';
    }
}
