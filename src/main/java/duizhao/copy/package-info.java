/**
 * How Chinese and English are set: marks, spaces and slips, with the corrections that are certain.
 */
@NullMarked
package duizhao.copy;

import org.jspecify.annotations.NullMarked;
