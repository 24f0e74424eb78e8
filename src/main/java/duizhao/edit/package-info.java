/** Changes content files on an editor's behalf: whole or not at all. */
@NullMarked
package duizhao.edit;

import org.jspecify.annotations.NullMarked;
