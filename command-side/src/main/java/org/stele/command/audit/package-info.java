/** The background audit of this node: what it is configured with, and how it shows. */
@NullMarked
package org.stele.command.audit;

import org.jspecify.annotations.NullMarked;
