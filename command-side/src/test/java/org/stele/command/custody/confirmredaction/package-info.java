@NullMarked
package org.stele.command.custody.confirmredaction;

import org.jspecify.annotations.NullMarked;
