package org.stele.query.export.file;

/**
 * One column of a sheet.
 *
 * @param name for programs: public and permanent
 * @param label for people
 * @param width in characters, roughly; where the paper is too narrow, columns share it in this proportion
 * @param onPaper whether a printed sheet has it too
 */
public record Column(String name, String label, Kind kind, int width, boolean onPaper) {

    /** What the cells of a column are, unless they are nothing. */
    public enum Kind {
        TEXT,
        NUMBER,
        DATE
    }

    public static Column text(String name, String label, int width) {
        return new Column(name, label, Kind.TEXT, width, true);
    }

    public static Column number(String name, String label, int width) {
        return new Column(name, label, Kind.NUMBER, width, true);
    }

    /** One for positions and other small numbers. */
    public static Column number(String name, String label) {
        return number(name, label, 9);
    }

    public static Column date(String name, String label) {
        return new Column(name, label, Kind.DATE, 11, true);
    }

    /** The same, for machines alone: a printed sheet leaves it out. */
    public Column offPaper() {
        return new Column(name, label, kind, width, false);
    }

    boolean takes(Cell cell) {
        return switch (cell) {
            case Cell.Nothing _ -> true;
            case Cell.Text _ -> kind == Kind.TEXT;
            case Cell.Amount _ -> kind == Kind.NUMBER;
            case Cell.Day _ -> kind == Kind.DATE;
        };
    }
}
