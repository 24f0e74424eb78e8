package duizhao.browser;

import java.util.ArrayList;
import java.util.List;

/** Queries that would set {@code window.ran} on a page that took them for more than text. */
final class UnsafeQueries {
  private static final List<String> ELEMENTS =
      List.of(
          "<script>%s</script>",
          "<img src=x onerror=%s>",
          "<svg onload=%s>",
          "<svg><script>%s</script></svg>",
          "<svg><animate onbegin=%s attributeName=x dur=1s>",
          "<body onload=%s>",
          "<input autofocus onfocus=%s>",
          "<details open ontoggle=%s>",
          "<video src=x onerror=%s>",
          "<audio src=x onerror=%s>",
          "<iframe srcdoc=\"<script>parent.%s</script>\"></iframe>",
          "<iframe src=\"javascript:parent.%s\"></iframe>",
          "<object data=\"javascript:%s\"></object>",
          "<embed src=\"javascript:%s\">",
          "<a href=\"javascript:%s\" autofocus>x</a>",
          "<form action=\"javascript:%s\"><button>x</button></form>",
          "<math><mtext><img src=x onerror=%s></math>",
          "<template><img src=x onerror=%s></template>",
          "<noscript><p title=\"</noscript><img src=x onerror=%s>\">",
          "<style>@import 'javascript:%s'</style>",
          "<link rel=stylesheet href=\"javascript:%s\">",
          "<base href=\"javascript:%s//\">",
          "<meta http-equiv=refresh content=\"0;url=javascript:%s\">",
          "<marquee onstart=%s>",
          "<select autofocus onfocus=%s>",
          "<xss onclick=%s tabindex=1 id=x>",
          "<mark onmouseover=%s>union</mark>",
          "<li data-report=x onclick=%s>",
          "<img src=`x` onerror=%s>",
          "<ScRiPt>%s</sCrIpT>");
  private static final List<String> OTHERS =
      List.of(
          "\"><script>%s</script>",
          "'><script>%s</script>",
          "\" onfocus=%s autofocus x=\"",
          "' onfocus=%s autofocus x='",
          "`-%s-`",
          "';%s;//",
          "\";%s;//",
          "\\\";%s;//",
          "</script><script>%s</script>",
          "</textarea><script>%s</script>",
          "</title><script>%s</script>",
          "<!--><script>%s</script>-->",
          "]]><script>%s</script>",
          "javascript:%s",
          "JaVaScRiPt:%s",
          "java\tscript:%s",
          "data:text/html,<script>%s</script>",
          "vbscript:%s",
          "{{constructor.constructor('%s')()}}",
          "${%s}",
          "#{%s}",
          "<%%= %s %%>",
          "$&<script>%s</script>$1",
          "__proto__[innerHTML]=<img src=x onerror=%s>",
          "constructor.prototype.x=%s",
          "//evil.example/%s",
          "\\u003cscript\\u003e%s\\u003c/script\\u003e",
          "&lt;script&gt;%s&lt;/script&gt;",
          "&#60;script&#62;%s&#60;/script&#62;",
          "union\"<script>%s</script>title:\"");

  private UnsafeQueries() {}

  /** Sixty of them. */
  static List<String> all() {
    List<String> all = new ArrayList<>();
    ELEMENTS.forEach(e -> all.add(e.formatted("window.ran=1")));
    OTHERS.forEach(e -> all.add(e.formatted("window.ran=1")));
    return all;
  }
}
