/** Writes the index that the search page reads, and answers from it. */
@NullMarked
package duizhao.search;

import org.jspecify.annotations.NullMarked;
