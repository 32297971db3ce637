@NullMarked
package org.stele.command;

import org.jspecify.annotations.NullMarked;
