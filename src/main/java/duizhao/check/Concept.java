package duizhao.check;

import duizhao.diagnostic.Code;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something with a name in both languages.
 *
 * @param code what is told when one language lacks it
 * @param chinese the name to use, then others that are accepted; never empty
 * @param english the name to use, then others that are accepted; never empty
 * @param asking the Chinese names that ask for an answer in English; the others only are one
 * @param asked whether the English name asks for an answer in Chinese
 * @param link what a link to it says, such as {@code programme:ID}: as good as its name
 */
record Concept(
    Code code,
    List<String> chinese,
    List<String> english,
    Set<String> asking,
    boolean asked,
    @Nullable String link) {}
