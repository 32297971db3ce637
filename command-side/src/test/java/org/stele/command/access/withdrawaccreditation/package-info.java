@NullMarked
package org.stele.command.access.withdrawaccreditation;

import org.jspecify.annotations.NullMarked;
