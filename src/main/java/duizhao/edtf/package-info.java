/** Uncertain dates as ISO 8601-2 (EDTF) writes them: parsed, bounded, sorted and worded. */
@NullMarked
package duizhao.edtf;

import org.jspecify.annotations.NullMarked;
