@NullMarked
package org.stele.command.screening.list;

import org.jspecify.annotations.NullMarked;
