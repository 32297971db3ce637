package org.stele.query.page;

/** Whether pages say that what they show was entered for demonstration. */
public record DemoNotice(boolean shown) {}
