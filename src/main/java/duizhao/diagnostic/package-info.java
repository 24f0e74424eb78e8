/** What is wrong, where, and what to do about it. */
@NullMarked
package duizhao.diagnostic;

import org.jspecify.annotations.NullMarked;
