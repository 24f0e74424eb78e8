package duizhao.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Answers queries from the index of a published site, as the search page of that site does: it
 * reads the same files, finds the same reports, and ranks them alike.
 */
public final class SearchReader {

  /**
   * An answer.
   *
   * @param total how many reports were found
   * @param hits the best of them, best first
   * @param also names that were searched for too; never those that were typed
   * @param instead what was searched for instead where nothing was found; else empty
   * @param partial whether no report has all that was asked for
   */
  public record Answer(
      int total, List<Hit> hits, List<Name> also, String instead, boolean partial) {}

  /**
   * A report that was found, in the reader's language as far as it goes.
   *
   * @param document number of the report, counted from 0 for the newest
   * @param title the original's where there is no other
   * @param marks where the title matches
   * @param original id of the language of the report where it is not in the reader's; else null
   * @param date in words
   * @param snippet null where there is no text at all
   * @param path of the page in the site, with the paragraph that matches best
   */
  public record Hit(
      int document,
      String report,
      String title,
      List<Range> marks,
      @Nullable String original,
      String newspaper,
      String date,
      @Nullable Snippet snippet,
      String path,
      List<String> programmes,
      List<String> regions) {}

  /**
   * A piece of a text, with … where it was cut.
   *
   * @param language id of the language of the text
   * @param paragraph its number from 1; 0 for a summary, name or caption
   */
  public record Snippet(String text, List<Range> marks, String language, int paragraph) {}

  /** A range of a text in UTF-16 units; the end does not count. */
  public record Range(int from, int to) {}

  /**
   * A name of a person, place, programme ...
   *
   * @param labels by id of language
   */
  public record Name(String kind, Map<String, String> labels) {}

  private final IndexReader index;

  private SearchReader(IndexReader index) {
    this.index = index;
  }

  /**
   * Opens the index of a site.
   *
   * @throws SearchIndexException if there is none, or none that this version can read
   */
  public static SearchReader open(Path site) throws IOException {
    return new SearchReader(IndexReader.open(site));
  }

  /** Ids of the languages of the site; the archive's first language first. */
  public List<String> languages() {
    return index.languages();
  }

  /**
   * Searches. Whatever is typed is a query.
   *
   * @param language id of one of {@link #languages}
   * @param limit most hits
   * @throws SearchIndexException if a file of the index is missing or damaged
   */
  public Answer search(String query, String language, int limit) throws IOException {
    if (!index.languages().contains(language)) {
      throw new IllegalArgumentException("the index has no language " + language);
    }
    try {
      Search.Outcome outcome = new Search(index).run(query);
      List<Hit> hits = new ArrayList<>();
      for (int document : outcome.documents()) {
        if (hits.size() == limit) {
          break;
        }
        hits.add(hit(document, language, outcome.marks()));
      }
      return new Answer(
          outcome.documents().size(),
          hits,
          outcome.also().stream().map(name -> new Name(name.k(), name.l())).toList(),
          outcome.instead(),
          outcome.partial());
    } catch (UnitReader.DamagedException | NullPointerException | IndexOutOfBoundsException e) {
      throw index.damaged(e); // a file that is JSON, but not what we wrote
    }
  }

  private Hit hit(int document, String language, List<Search.Mark> marks) throws IOException {
    Card card = index.card(language, document);
    Matches own = Matches.of(card, marks);
    Snippet snippet = own.found().isEmpty() ? null : excerpt(own, language);
    if (own.isEmpty()) {
      snippet = elsewhere(document, language, marks);
    }
    if (snippet == null) {
      snippet = start(card, language);
    }
    int paragraph = snippet == null || snippet.marks().isEmpty() ? 0 : snippet.paragraph();
    return new Hit(
        document,
        card.i(),
        Objects.requireNonNullElse(card.t(), card.i()),
        own.title(),
        card.o(),
        card.w(),
        card.d(),
        snippet,
        language + "/reports/" + card.i() + "/index.html" + (paragraph > 0 ? "#p" + paragraph : ""),
        labels(card.p()),
        labels(card.r()));
  }

  /** Where it matches in another language. */
  private @Nullable Snippet elsewhere(int document, String language, List<Search.Mark> marks)
      throws IOException {
    for (String other : index.languages()) {
      if (!other.equals(language)) {
        Matches away = Matches.of(index.card(other, document), marks);
        if (!away.found().isEmpty()) {
          return excerpt(away, other);
        }
      }
    }
    return null;
  }

  private static Snippet excerpt(Matches match, String language) {
    return Matches.excerpt(match.text(), match.found(), language, Math.max(0, match.place()));
  }

  /** The summary, or how the text begins. */
  private static @Nullable Snippet start(Card card, String language) {
    if (card.s() != null) {
      return Matches.excerpt(card.s(), List.of(), language, 0);
    }
    return card.b().isEmpty() ? null : Matches.excerpt(card.b().get(0), List.of(), language, 1);
  }

  private static List<String> labels(Collection<Card.Link> links) {
    return links.stream().map(Card.Link::l).toList();
  }
}
