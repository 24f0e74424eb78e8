/** What the archive holds, as immutable records in the newspaper's words. */
@NullMarked
package duizhao.model;

import org.jspecify.annotations.NullMarked;
