@NullMarked
package org.stele.command.repatriation.correctrepatriationnotice;

import org.jspecify.annotations.NullMarked;
