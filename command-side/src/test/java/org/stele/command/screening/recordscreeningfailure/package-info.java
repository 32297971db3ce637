@NullMarked
package org.stele.command.screening.recordscreeningfailure;

import org.jspecify.annotations.NullMarked;
