@NullMarked
package org.stele.command.repatriation;

import org.jspecify.annotations.NullMarked;
