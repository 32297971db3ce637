/** The command line for operators and auditors. */
@NullMarked
package org.stele.standalone.cli;

import org.jspecify.annotations.NullMarked;
