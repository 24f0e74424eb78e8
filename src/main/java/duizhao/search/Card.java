package duizhao.search;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a result shows of a report in one language, as {@link DocumentCards} writes it; the names
 * are those of its two files.
 *
 * @param i id of the report
 * @param t title
 * @param s summary
 * @param n names
 * @param c captions
 * @param b paragraphs
 * @param d date in words
 * @param w newspaper
 * @param p programmes
 * @param r regions
 * @param o id of the language it is in, where this one is missing
 */
record Card(
    String i,
    @Nullable String t,
    @Nullable String s,
    List<String> n,
    List<String> c,
    List<String> b,
    String d,
    String w,
    List<Link> p,
    List<Link> r,
    @Nullable String o) {

  /** A programme or region, with the address of its page. */
  record Link(String l, String a) {}

  /** What a result shows at once. */
  record Head(
      String i,
      @Nullable String t,
      @Nullable String s,
      String d,
      String w,
      List<Link> p,
      List<Link> r,
      @Nullable String o) {

    Card with(Body body) {
      return new Card(i, t, s, list(body.n), list(body.c), list(body.b), d, w, p, r, o);
    }
  }

  private static List<String> list(@Nullable List<String> some) {
    return some == null ? List.of() : some;
  }

  /** The rest of the text; null where there is none. */
  record Body(@Nullable List<String> n, @Nullable List<String> c, @Nullable List<String> b) {}

  /** The place of the title among the texts; paragraphs count from 1. */
  static final int TITLE = 0;

  private static final int ELSEWHERE = -1;

  /** A text, and where it stands: {@link #TITLE}, the number of a paragraph, or -1. */
  record Text(String text, int place) {}

  /** All texts that can be found, in the order in which they are looked at. */
  List<Text> texts() {
    List<Text> texts = new ArrayList<>();
    texts.add(new Text(t == null ? "" : t, TITLE));
    texts.add(new Text(s == null ? "" : s, ELSEWHERE));
    n.forEach(text -> texts.add(new Text(text, ELSEWHERE)));
    c.forEach(text -> texts.add(new Text(text, ELSEWHERE)));
    for (int i = 0; i < b.size(); i++) {
      texts.add(new Text(b.get(i), i + 1));
    }
    return texts;
  }
}
