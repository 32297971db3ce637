/** What one requester may ask of a node: how many requests, how many costly views at once, and how slowly an answer may be read. */
@NullMarked
package org.stele.web.quota;

import org.jspecify.annotations.NullMarked;
