@NullMarked
package org.stele.command.custody.shredsubjectkey;

import org.jspecify.annotations.NullMarked;
