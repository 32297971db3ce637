@NullMarked
package org.stele.command.custody.readsealeddata;

import org.jspecify.annotations.NullMarked;
