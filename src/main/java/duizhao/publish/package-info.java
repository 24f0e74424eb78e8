/** Stages, verifies and swaps in the finished site. */
@NullMarked
package duizhao.publish;

import org.jspecify.annotations.NullMarked;
