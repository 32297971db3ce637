/** Rules about values that many commands carry. */
@NullMarked
package org.stele.command.rules;

import org.jspecify.annotations.NullMarked;
