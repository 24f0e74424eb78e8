/** Laws that hold for every file of a finished site, tried on the archive itself. */
@NullMarked
package duizhao.site;

import org.jspecify.annotations.NullMarked;
