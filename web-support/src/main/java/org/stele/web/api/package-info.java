/** What an application imports for the web's JSON, problems and actors. */
@NullMarked
package org.stele.web.api;

import org.jspecify.annotations.NullMarked;
