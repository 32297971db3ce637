/** Whether this node records: the gate that its keepers share, its health and metrics. */
@NullMarked
package org.stele.command.writing;

import org.jspecify.annotations.NullMarked;
