/** How a page is made: templates, words, assets, headers and errors. */
@NullMarked
package org.stele.web.page;

import org.jspecify.annotations.NullMarked;
