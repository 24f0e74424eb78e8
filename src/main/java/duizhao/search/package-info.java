/** Writes the index that the search page and {@code duizhao search} read. */
@NullMarked
package duizhao.search;

import org.jspecify.annotations.NullMarked;
