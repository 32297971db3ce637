/** Whether this node records: the gate that its keepers share, and how it shows. */
@NullMarked
package org.stele.command.writing;

import org.jspecify.annotations.NullMarked;
