@NullMarked
package org.stele.command.rules;

import org.jspecify.annotations.NullMarked;
