/** Sends translations out and takes them back, as XLIFF 2.0. */
@NullMarked
package duizhao.xliff;

import org.jspecify.annotations.NullMarked;
