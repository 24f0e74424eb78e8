/** Reads pages as readers do: in a real browser, on narrow and wide screens, in light and dark. */
@NullMarked
package duizhao.browser;

import org.jspecify.annotations.NullMarked;
