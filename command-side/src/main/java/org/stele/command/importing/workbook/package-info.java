/**
 * XLSX workbooks (ISO/IEC 29500) as CSV: the parts that a sheet needs, each read once and within limits. Workbooks come from
 * outside: every token, part and table has a limit, and a document type is refused.
 */
@NullMarked
package org.stele.command.importing.workbook;

import org.jspecify.annotations.NullMarked;
