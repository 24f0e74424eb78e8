/** One class a rule over the whole archive. */
@NullMarked
package duizhao.check;

import org.jspecify.annotations.NullMarked;
