package org.stele.web.page;

/**
 * A refusal or failure in words.
 *
 * @param detail one sentence on this request; empty when there is nothing to add
 */
public record ErrorPage(Frame frame, int status, String explanation, String detail, String next) {}
