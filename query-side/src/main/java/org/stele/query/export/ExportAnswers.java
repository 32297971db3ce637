package org.stele.query.export;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.stele.events.Sha256Digest;
import org.stele.query.export.file.FileFormat;
import org.stele.query.export.file.Provenance;
import org.stele.query.export.file.Sheet;
import org.stele.web.limit.Limit;
import org.stele.web.limit.Limits;
import org.stele.web.limit.Places;
import org.stele.web.page.Conditions;
import org.stele.web.page.Etags;
import org.stele.web.problem.Problem;

/** Answers with a sheet in the format that the address names. */
final class ExportAnswers {

    private final Etags etags;
    /** A file is made in memory. */
    private final Places places;

    ExportAnswers(Etags etags, Limits limits) {
        this.etags = etags;
        this.places = new Places(limits.count(Limit.EXPORTS_AT_ONCE));
    }

    /** The sheet as a file, or 304 for a reader who has it. */
    ResponseEntity<byte[]> of(HttpServletRequest request, String name, Sheet sheet, Provenance provenance) {
        FileFormat format = FileFormat.of(request.getRequestURI()).orElseThrow();
        if (sheet.rows().size() > format.maxRows()) {
            throw Problem.of(
                            422,
                            "too-many-rows",
                            "Expected up to %s rows for .%s, and there are %s. Ask for one State, or for .csv or .jsonl."
                                    .formatted(
                                            format.maxRows(),
                                            format.extension(),
                                            sheet.rows().size()))
                    .asException();
        }
        byte[] bytes = bytes(format, sheet, provenance);
        String tag = etags.strong("export", Sha256Digest.of(bytes).hex());
        if (Conditions.isKnown(request, tag)) {
            return ResponseEntity.status(304).eTag(tag).cacheControl(control()).build();
        }
        return ResponseEntity.ok()
                .eTag(tag)
                .cacheControl(control())
                .contentType(MediaType.parseMediaType(format.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"stele-%s.%s\"".formatted(name, format.extension()))
                .body(bytes);
    }

    private byte[] bytes(FileFormat format, Sheet sheet, Provenance provenance) {
        if (!places.tryEnter()) {
            throw Problem.of(503, "exports-busy", "Too many exports are being made. Ask again shortly.")
                    .asException();
        }
        try {
            return format.bytes(sheet, provenance);
        } finally {
            places.leave();
        }
    }

    private static CacheControl control() {
        return CacheControl.noCache().cachePrivate();
    }
}
