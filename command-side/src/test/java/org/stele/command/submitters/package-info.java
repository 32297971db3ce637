@NullMarked
package org.stele.command.submitters;

import org.jspecify.annotations.NullMarked;
