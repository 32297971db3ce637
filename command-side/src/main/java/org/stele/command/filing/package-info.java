/** Filing by form: what an official types becomes the same body and the same command as over the API. */
@NullMarked
package org.stele.command.filing;

import org.jspecify.annotations.NullMarked;
