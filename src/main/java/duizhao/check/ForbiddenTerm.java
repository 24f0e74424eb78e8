package duizhao.check;

import duizhao.diagnostic.Code;
import duizhao.diagnostic.Diagnostics;
import duizhao.model.Archive;
import duizhao.model.Block;
import duizhao.model.ContentPage;
import duizhao.model.Edition;
import duizhao.model.Language;
import duizhao.model.Report;
import duizhao.model.Term;
import duizhao.text.Phrases;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * No text uses a word that the glossary rules out, unless it is part of a longer one that is right.
 */
final class ForbiddenTerm implements Rule {

  /** Stands for words that are right. */
  private static final Object RIGHT = new Object();

  @Override
  public void check(Archive archive, Diagnostics diagnostics) {
    Map<String, Phrases<Object>> words = new HashMap<>();
    for (Language language : archive.languages()) {
      Phrases<Object> phrases =
          new Phrases<>(language.tag().startsWith("zh") ? Phrases.By.CHARACTER : Phrases.By.WORD);
      for (Term term : archive.glossary()) {
        String right = term.term().in(language);
        if (right != null) {
          phrases.add(right, RIGHT, false);
        }
        add(phrases, term.variants(), language, RIGHT);
        add(phrases, term.forbidden(), language, term);
      }
      words.put(language.id(), phrases);
    }
    ArchiveChecker.all(archive)
        .map(Report::editions)
        .forEach(editions -> editions.values().forEach(e -> check(e, words, diagnostics)));
    for (ContentPage page : archive.pages()) {
      page.editions().values().forEach(e -> check(e, words, diagnostics));
    }
  }

  private static void add(
      Phrases<Object> phrases, Map<String, List<String>> lists, Language language, Object meaning) {
    for (String words : lists.getOrDefault(language.id(), List.of())) {
      phrases.add(words, meaning, false);
    }
  }

  private static void check(
      Edition edition, Map<String, Phrases<Object>> words, Diagnostics diagnostics) {
    Language language = edition.language();
    Phrases<Object> phrases = words.get(language.id());
    if (phrases == null) {
      return;
    }
    for (Block block : edition.body().blocks()) {
      for (Phrases.Hit<Object> hit : Phrases.longest(phrases.all(block.text()))) {
        if (hit.meanings().containsKey(RIGHT)) {
          continue;
        }
        Term term = (Term) hit.meanings().keySet().iterator().next();
        int start = hit.start();
        int end = hit.end();
        diagnostics.add(
            Code.FORBIDDEN_TERM,
            block.place(start, end),
            "the glossary rules out \"" + block.text().substring(start, end) + "\"",
            "write \"" + Objects.requireNonNullElse(term.term().in(language), term.id()) + "\"");
      }
    }
  }
}
