/** Language-aware text: Markdown, cleaned HTML, normal forms. */
@NullMarked
package duizhao.text;

import org.jspecify.annotations.NullMarked;
