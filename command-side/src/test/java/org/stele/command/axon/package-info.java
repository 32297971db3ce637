@NullMarked
package org.stele.command.axon;

import org.jspecify.annotations.NullMarked;
