package duizhao.text;

import duizhao.diagnostic.*;
import duizhao.model.*;

public final class ArticleHtml {
  private ArticleHtml() {}

  public static Body parse(String source, TextContext c, Diagnostics d) {
    return Markdown.parse(source, c, d);
  }
}
