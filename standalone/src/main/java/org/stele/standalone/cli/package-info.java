/** The command line: what an operator or an auditor does without a browser. */
@NullMarked
package org.stele.standalone.cli;

import org.jspecify.annotations.NullMarked;
