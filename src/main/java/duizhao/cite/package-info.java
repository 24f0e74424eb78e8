/** Words a report as bibliographies cite it, for readers and for reference managers. */
@NullMarked
package duizhao.cite;

import org.jspecify.annotations.NullMarked;
