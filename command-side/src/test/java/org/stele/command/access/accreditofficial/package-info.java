@NullMarked
package org.stele.command.access.accreditofficial;

import org.jspecify.annotations.NullMarked;
