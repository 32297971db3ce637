/** What both sides' pages and APIs share: problems, actors, layout. */
@NullMarked
package org.stele.web;

import org.jspecify.annotations.NullMarked;
