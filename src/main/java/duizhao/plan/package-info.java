/** Decides every page, path and link of the site before any is made. */
@NullMarked
package duizhao.plan;

import org.jspecify.annotations.NullMarked;
