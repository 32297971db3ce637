package org.stele.command.importing.workbook;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the first visible sheet of a workbook is, and what its cells refer to.
 *
 * @param startsIn1904 days are counted from 1904 on, as in old workbooks of one maker
 */
record Workbook(String sheet, SharedStrings strings, NumberFormats formats, boolean startsIn1904) {

    private static final String DEFAULT_NAME = "xl/workbook.xml";
    private static final int MAX_RELATIONS = 1_000;

    /** A sheet as the workbook lists it, by the id of its relation. */
    private record Listed(@Nullable String firstVisible, boolean startsIn1904) {}

    /** The names of the parts that a part refers to. */
    private record Relations(Map<String, String> byId, Map<String, String> byType) {}

    static Workbook read(WorkbookParts parts) throws IOException {
        String name = relations(parts, "").byType().getOrDefault("officeDocument", DEFAULT_NAME);
        Listed listed = listed(parts.requireSmall(name));
        Relations relations = relations(parts, name);
        String sheet = listed.firstVisible() == null ? null : relations.byId().get(listed.firstVisible());
        if (sheet == null) {
            throw new UnreadableWorkbook("The workbook has no visible sheet.");
        }
        String strings = relations.byType().get("sharedStrings");
        String styles = relations.byType().get("styles");
        return new Workbook(
                sheet,
                SharedStrings.read(strings == null ? null : parts.find(strings)),
                NumberFormats.read(styles == null ? null : parts.findSmall(styles)),
                listed.startsIn1904());
    }

    private static Listed listed(XmlPart workbook) throws IOException {
        String firstVisible = null;
        boolean startsIn1904 = false;
        try (workbook) {
            while (workbook.next()) {
                if (workbook.isStart("workbookPr")) {
                    String stated = String.valueOf(workbook.attribute("date1904"));
                    startsIn1904 = stated.equals("1") || stated.equals("true");
                } else if (workbook.isStart("sheet") && firstVisible == null && isVisible(workbook)) {
                    firstVisible = workbook.qualified("id");
                }
            }
        }
        return new Listed(firstVisible, startsIn1904);
    }

    private static boolean isVisible(XmlPart sheet) {
        String state = sheet.attribute("state");
        return state == null || state.equals("visible");
    }

    /** @param name of the part that refers to others; empty for the file as a whole */
    private static Relations relations(WorkbookParts parts, String name) throws IOException {
        int folder = name.lastIndexOf('/') + 1;
        XmlPart found = parts.findSmall(name.substring(0, folder) + "_rels/" + name.substring(folder) + ".rels");
        Map<String, String> byId = new HashMap<>();
        Map<String, String> byType = new HashMap<>();
        try (XmlPart part = found) {
            while (part != null && part.next()) {
                String target = part.isStart("Relationship") ? part.attribute("Target") : null;
                if (target != null && byId.size() < MAX_RELATIONS) {
                    String type = String.valueOf(part.attribute("Type"));
                    String resolved = resolved(name, target);
                    byId.put(String.valueOf(part.attribute("Id")), resolved);
                    byType.putIfAbsent(type.substring(type.lastIndexOf('/') + 1), resolved);
                }
            }
        }
        return new Relations(byId, byType);
    }

    private static String resolved(String name, String target) {
        try {
            return URI.create("/" + name).resolve(target).getPath().substring(1);
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException _) {
            return target;
        }
    }
}
