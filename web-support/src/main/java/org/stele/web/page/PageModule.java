package org.stele.web.page;

/**
 * One module with pages: the package of its compiled templates and the bundle of its messages.
 *
 * @param templates such as {@code org.stele.query.jte}
 * @param messages base name of a resource bundle, such as {@code org.stele.query.messages}
 */
public record PageModule(String templates, String messages) {}
