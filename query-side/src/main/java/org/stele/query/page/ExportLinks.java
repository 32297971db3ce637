package org.stele.query.page;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.stele.query.export.file.FileFormat;
import org.stele.web.page.ViewPoint;

/**
 * The addresses of a view as files, one for each format.
 *
 * @param label the key of the words before them
 */
public record ExportLinks(String label, List<Link> links) {

    /** One format and its address. */
    public record Link(String format, String address) {}

    public ExportLinks {
        links = List.copyOf(links);
    }

    /**
     * @param path the address of the view in the API, without an ending
     * @param more further parameters, as names and values in turn; blank values are left out
     */
    public static ExportLinks of(String label, ViewPoint point, String path, String... more) {
        return new ExportLinks(
                label,
                Stream.of(FileFormat.values())
                        .map(format -> new Link(
                                format.extension().toUpperCase(Locale.ROOT),
                                point.link(path + "." + format.extension(), more)))
                        .toList());
    }
}
