/** What a build remembers of the one before, beside the site. */
@NullMarked
package duizhao.cache;

import org.jspecify.annotations.NullMarked;
