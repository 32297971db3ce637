/** What was said about filings that do not agree with each other or with evidence: the State's answer, the chair's decision. */
@NullMarked
package org.stele.events.discrepancies;

import org.jspecify.annotations.NullMarked;
