package org.stele.web.page;

/**
 * One module that brings pages: the package its templates were compiled into and the bundle that holds its words.
 *
 * @param templates such as {@code org.stele.query.jte}
 * @param words base name of a resource bundle, such as {@code org.stele.query.words}
 */
public record PageModule(String templates, String words) {}
