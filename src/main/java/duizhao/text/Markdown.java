package duizhao.text;

import duizhao.diagnostic.*;
import duizhao.model.*;
import java.util.*;

public final class Markdown {
  private Markdown() {}

  public static Body parse(String source, TextContext c, Diagnostics d) {
    List<Block> b = new ArrayList<>();
    int n = 0;
    for (String p : source.strip().split("\n\n+")) {
      n++;
      String t = p.replace("\n", "");
      b.add(
          new Block(
              n,
              BlockKind.PARAGRAPH,
              new Html("<p>" + t.replace("&", "&amp;").replace("<", "&lt;") + "</p>"),
              t,
              Location.of(c.file())));
    }
    return new Body(b, null, List.of());
  }
}
