/** Cuts raw newspaper pages into draft reports for an editor to finish. */
@NullMarked
package duizhao.importer;

import org.jspecify.annotations.NullMarked;
