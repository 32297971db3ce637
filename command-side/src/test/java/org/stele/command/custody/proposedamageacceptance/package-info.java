@NullMarked
package org.stele.command.custody.proposedamageacceptance;

import org.jspecify.annotations.NullMarked;
