/**
 * The registrar's import of old filings from CSV: a file is checked as a whole, and then entered row by row through the
 * ordinary commands, each row once however often the file is sent.
 */
@NullMarked
package org.stele.command.importing;

import org.jspecify.annotations.NullMarked;
