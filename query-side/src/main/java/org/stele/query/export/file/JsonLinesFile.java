package org.stele.query.export.file;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stele.web.json.WebJson;

/** A sheet as JSON Lines: first {@code {"view":{..}}}, then one object a row, by the names of the columns. Nothing is null. */
final class JsonLinesFile {

    private JsonLinesFile() {}

    static byte[] bytes(Sheet sheet, Provenance provenance) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("title", sheet.title());
        provenance.facts().forEach(fact -> view.put(fact.name(), value(fact.cell())));
        line(out, Map.of("view", view));
        for (List<Cell> row : sheet.rows()) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            for (int i = 0; i < row.size(); i++) {
                object.put(sheet.columns().get(i).name(), value(row.get(i)));
            }
            line(out, object);
        }
        return out.toByteArray();
    }

    private static void line(ByteArrayOutputStream out, Map<String, ?> object) {
        out.writeBytes(WebJson.MAPPER.writeValueAsBytes(object));
        out.write('\n');
    }

    private static @Nullable Object value(Cell cell) {
        return switch (cell) {
            case Cell.Amount amount -> amount.value();
            case Cell.Text _, Cell.Day _ -> cell.text();
            case Cell.Nothing _ -> null;
        };
    }
}
