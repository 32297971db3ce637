@NullMarked
package org.stele.command.writing;

import org.jspecify.annotations.NullMarked;
