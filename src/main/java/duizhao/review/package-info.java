/** Sheets on which a translation is read against its original, paragraph by paragraph. */
@NullMarked
package duizhao.review;

import org.jspecify.annotations.NullMarked;
