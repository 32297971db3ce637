/** A State records that a screening run broke off. */
@NullMarked
package org.stele.command.screening.recordscreeningfailure;

import org.jspecify.annotations.NullMarked;
