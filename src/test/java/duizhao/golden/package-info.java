/** Whole sites: content in, plan, pages and diagnostics out. */
@NullMarked
package duizhao.golden;

import org.jspecify.annotations.NullMarked;
