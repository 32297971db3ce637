@NullMarked
package org.stele.command.access;

import org.jspecify.annotations.NullMarked;
