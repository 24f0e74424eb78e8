/** Writes what machines read: feeds, sitemap, robots, citations and data files. */
@NullMarked
package duizhao.export;

import org.jspecify.annotations.NullMarked;
