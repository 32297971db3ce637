@NullMarked
package org.stele.command.audit;

import org.jspecify.annotations.NullMarked;
