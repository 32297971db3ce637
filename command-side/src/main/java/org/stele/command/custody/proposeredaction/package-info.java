/** The custodian proposes that the body of one event be removed. */
@NullMarked
package org.stele.command.custody.proposeredaction;

import org.jspecify.annotations.NullMarked;
