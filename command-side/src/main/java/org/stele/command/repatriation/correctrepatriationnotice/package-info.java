/** A State replaces the content of a notice. */
@NullMarked
package org.stele.command.repatriation.correctrepatriationnotice;

import org.jspecify.annotations.NullMarked;
