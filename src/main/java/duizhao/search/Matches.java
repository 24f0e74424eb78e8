package duizhao.search;

import duizhao.search.SearchReader.Range;
import duizhao.text.EnglishStemmer;
import duizhao.text.SearchFold;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/**
 * Where a card matches, as {@code client/search.js} and {@code client/view.js} have it.
 *
 * @param text the one that matches best; empty where none but the title does
 * @param place of that text, see {@link Card.Text}
 * @param found ranges of that text, in order and apart
 * @param title ranges of the title
 */
record Matches(String text, int place, List<Range> found, List<Range> title) {

  private static final int EXCERPT = 200;
  private static final int EXCERPT_HAN = 90;

  boolean isEmpty() {
    return found.isEmpty() && title.isEmpty();
  }

  static Matches of(Card card, List<Search.Mark> marks) {
    Card.Text best = new Card.Text("", -1);
    List<Range> found = List.of();
    List<Range> title = List.of();
    int most = 0;
    for (Card.Text text : card.texts()) {
      List<Range> ranges = ranges(SearchFold.foldWithOffsets(text.text()), marks);
      if (text.place() == Card.TITLE) {
        title = ranges;
      } else if (!ranges.isEmpty()) {
        // Different words say more than the same word again, and a paragraph more than a name.
        Set<String> words = new HashSet<>();
        ranges.forEach(
            r -> words.add(text.text().substring(r.from(), r.to()).toLowerCase(Locale.ROOT)));
        int score = words.size() * 10 + Math.min(ranges.size(), 5) + (text.place() > 0 ? 5 : 0);
        if (score > most) {
          most = score;
          best = text;
          found = ranges;
        }
      }
    }
    return new Matches(best.text(), best.place(), found, title);
  }

  /**
   * Where a folded text holds a path as the index means it: anywhere if it has Chinese, else at the
   * start of a word.
   *
   * @return -1 where it does not
   */
  static int find(String text, String path, boolean whole, int from) {
    int at = text.indexOf(path, from);
    if (Query.hasHan(path)) {
      return at;
    }
    while (at >= 0 && !(starts(text, at) && (!whole || ends(text, at + path.length())))) {
      at = text.indexOf(path, at + 1);
    }
    return at;
  }

  private static boolean starts(String text, int at) {
    return at == 0 || parts(text.charAt(at - 1));
  }

  private static boolean ends(String text, int at) {
    return at == text.length() || parts(text.charAt(at));
  }

  /** What parts words: a space, or Chinese. */
  private static boolean parts(char c) {
    return c == ' ' || c > '\u2e7f';
  }

  /** Where a text matches, as ranges of the original, in order and apart. */
  static List<Range> ranges(SearchFold.Folded folded, List<Search.Mark> marks) {
    List<Range> all = new ArrayList<>();
    for (Search.Mark mark : marks) {
      if (!mark.stem().isEmpty()) {
        stems(folded, mark.stem(), all);
      } else if (!mark.path().isEmpty()) {
        IntUnaryOperator next = from -> find(folded.text(), mark.path(), mark.whole(), from);
        for (int at = next.applyAsInt(0); at >= 0; at = next.applyAsInt(at + 1)) {
          all.add(original(folded, at, at + mark.path().length()));
        }
      }
    }
    all.sort(Comparator.comparingInt(Range::from));
    List<Range> apart = new ArrayList<>();
    for (Range range : all) {
      int last = apart.size() - 1;
      if (last >= 0 && range.from() <= apart.get(last).to()) {
        Range before = apart.get(last);
        apart.set(last, new Range(before.from(), Math.max(before.to(), range.to())));
      } else {
        apart.add(range);
      }
    }
    return apart;
  }

  private static void stems(SearchFold.Folded folded, String stem, List<Range> all) {
    String text = folded.text();
    for (int start = 0; start < text.length(); ) {
      int end = start;
      while (end < text.length() && !parts(text.charAt(end)) && text.charAt(end) < '\u2e80') {
        end++;
      }
      if (end > start
          && text.charAt(start) == stem.charAt(0)
          && EnglishStemmer.stem(text.substring(start, end)).equals(stem)) {
        all.add(original(folded, start, end));
      }
      start = end + 1;
    }
  }

  private static Range original(SearchFold.Folded folded, int from, int end) {
    int[] offsets = folded.offsets();
    int to = end;
    while (to < folded.text().length() && offsets[to] == offsets[to - 1]) {
      to++; // one character may fold to several
    }
    return new Range(offsets[from], offsets[to]);
  }

  /** A piece of a text around its first match. */
  static SearchReader.Snippet excerpt(
      String text, List<Range> found, String language, int paragraph) {
    boolean han = text.chars().limit(50).anyMatch(c -> c >= '\u2e80' && c <= '\u9fff');
    int size = han ? EXCERPT_HAN : EXCERPT;
    Range first = found.isEmpty() ? new Range(0, 0) : found.get(0);
    int from =
        (int) Math.max(0, Math.min(first.from() - size / 4.0, (double) text.length() - size));
    int to = Math.max(first.to(), Math.min(text.length(), from + size));
    while (from > 0 && from < first.from() && (inside(text, from) || isGap(text.charAt(from)))) {
      from++;
    }
    while (to < text.length() && inside(text, to)) {
      to++;
    }
    while (to > first.to() && text.charAt(to - 1) == ' ') {
      to--;
    }
    String before = from > 0 ? "…" : "";
    List<Range> marks = new ArrayList<>();
    for (Range range : found) {
      if (range.from() >= from && range.to() <= to) {
        int shift = before.length() - from;
        marks.add(new Range(range.from() + shift, range.to() + shift));
      }
    }
    String piece = before + text.substring(from, to) + (to < text.length() ? "…" : "");
    return new SearchReader.Snippet(piece, marks, language, paragraph);
  }

  /** Whether a cut here would be within a word or within a character. */
  private static boolean inside(String text, int at) {
    char before = text.charAt(at - 1);
    char after = text.charAt(at);
    return Character.isSurrogatePair(before, after) || (isLetter(before) && isLetter(after));
  }

  /** Letters of Western words; any place between two Chinese characters is good to cut. */
  private static boolean isLetter(char c) {
    return (c < '\u0250' && Character.isLetterOrDigit(c)) || "_'’".indexOf(c) >= 0;
  }

  private static boolean isGap(char c) {
    return !Character.isLetterOrDigit(c) && !Character.isSurrogate(c);
  }
}
