@NullMarked
package org.stele.command.repatriation.recordrepatriationnotice;

import org.jspecify.annotations.NullMarked;
