package org.stele.web.page;

/**
 * One module that brings pages: the package its templates were compiled into and the bundle of its messages.
 *
 * @param templates such as {@code org.stele.query.jte}
 * @param messages base name of a resource bundle, such as {@code org.stele.query.messages}
 */
public record PageModule(String templates, String messages) {}
