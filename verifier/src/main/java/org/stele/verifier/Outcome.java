package org.stele.verifier;

import java.util.List;
import java.util.Map;

/** An Outcome is the result of a completed check, as lines of text and as JSON. */
record Outcome(List<String> lines, Map<String, Object> json) {}
