@NullMarked
package org.stele.command.custody.confirmdamageacceptance;

import org.jspecify.annotations.NullMarked;
