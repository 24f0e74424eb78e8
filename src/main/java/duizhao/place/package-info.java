/** The gazetteer: China's provinces, prefectures and counties with codes and both names. */
@NullMarked
package duizhao.place;

import org.jspecify.annotations.NullMarked;
