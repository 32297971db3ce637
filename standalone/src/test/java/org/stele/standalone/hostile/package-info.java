/** Requests made to hurt, from the description of the API that the running application gives. */
@NullMarked
package org.stele.standalone.hostile;

import org.jspecify.annotations.NullMarked;
