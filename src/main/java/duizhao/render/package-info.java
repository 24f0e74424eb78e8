/** Fills templates with planned pages. */
@NullMarked
package duizhao.render;

import org.jspecify.annotations.NullMarked;
