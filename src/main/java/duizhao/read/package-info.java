/** Turns content and theme files into the model, giving every mistake its line and column. */
@NullMarked
package duizhao.read;

import org.jspecify.annotations.NullMarked;
