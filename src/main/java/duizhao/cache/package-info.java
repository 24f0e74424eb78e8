/** What a build remembers of the one before. */
@NullMarked
package duizhao.cache;

import org.jspecify.annotations.NullMarked;
