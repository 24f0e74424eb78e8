/** Shows the archive in a browser while it is being edited. */
@NullMarked
package duizhao.serve;

import org.jspecify.annotations.NullMarked;
