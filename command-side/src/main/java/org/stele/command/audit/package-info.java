/** The background audit of this node: its configuration, health and metrics. */
@NullMarked
package org.stele.command.audit;

import org.jspecify.annotations.NullMarked;
