@NullMarked
package org.stele.command.repatriation.correctbaseline;

import org.jspecify.annotations.NullMarked;
