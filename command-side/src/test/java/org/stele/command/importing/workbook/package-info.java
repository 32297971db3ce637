@NullMarked
package org.stele.command.importing.workbook;

import org.jspecify.annotations.NullMarked;
