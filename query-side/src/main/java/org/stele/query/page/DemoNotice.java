package org.stele.query.page;

/** Whether pages say that their content was entered for demonstration. */
public record DemoNotice(boolean shown) {}
