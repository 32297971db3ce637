/** Tests of the import. */
@NullMarked
package org.stele.command.importing;

import org.jspecify.annotations.NullMarked;
