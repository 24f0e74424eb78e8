/**
 * The way through: {@link duizhao.SiteBuild} knows the order of the stages, and nothing else here
 * does.
 */
@NullMarked
package duizhao;

import org.jspecify.annotations.NullMarked;
