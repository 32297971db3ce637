package org.stele.verifier;

import java.util.List;
import java.util.Map;

/** An Outcome is what a check that came to its end found: for people, line by line, and for programs. */
record Outcome(List<String> lines, Map<String, Object> json) {}
