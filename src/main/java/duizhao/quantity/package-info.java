/** The numbers that Chinese and English texts state, read exactly and compared. */
@NullMarked
package duizhao.quantity;

import org.jspecify.annotations.NullMarked;
