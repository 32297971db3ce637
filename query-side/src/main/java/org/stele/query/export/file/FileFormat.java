package org.stele.query.export.file;

import java.util.Arrays;
import java.util.Optional;

/** A format of exports, with the limit of rows that it can be made with. */
public enum FileFormat {
    CSV("csv", "text/csv;charset=utf-8", 1_000_000) {
        @Override
        public byte[] bytes(Sheet sheet, Provenance provenance) {
            return CsvFile.bytes(sheet, provenance);
        }
    },
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", 200_000) {
        @Override
        public byte[] bytes(Sheet sheet, Provenance provenance) {
            return XlsxFile.bytes(sheet, provenance);
        }
    },
    JSONL("jsonl", "application/jsonl", 1_000_000) {
        @Override
        public byte[] bytes(Sheet sheet, Provenance provenance) {
            return JsonLinesFile.bytes(sheet, provenance);
        }
    },
    /** A page holds some 40 rows: more than 50 pages are no document that anybody reads. */
    PDF("pdf", "application/pdf", 2_000) {
        @Override
        public byte[] bytes(Sheet sheet, Provenance provenance) {
            return PdfFile.bytes(sheet, provenance);
        }
    };

    private final String extension;
    private final String mediaType;
    private final int maxRows;

    FileFormat(String extension, String mediaType, int maxRows) {
        this.extension = extension;
        this.mediaType = mediaType;
        this.maxRows = maxRows;
    }

    /** The format of an address, by what follows its last dot. */
    public static Optional<FileFormat> of(String address) {
        return Arrays.stream(values())
                .filter(format -> address.endsWith("." + format.extension))
                .findFirst();
    }

    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }

    public int maxRows() {
        return maxRows;
    }

    /** The same for an equal sheet and provenance. */
    public abstract byte[] bytes(Sheet sheet, Provenance provenance);
}
