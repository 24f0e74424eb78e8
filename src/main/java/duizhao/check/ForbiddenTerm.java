package duizhao.check;

import duizhao.diagnostic.Code;
import duizhao.diagnostic.Diagnostics;
import duizhao.diagnostic.Location;
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
import java.util.function.Function;

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
    for (Report report : ArchiveChecker.all(archive).toList()) {
      report.editions().values().forEach(e -> check(e, words, diagnostics));
      beside(Words.of(report), archive, words, diagnostics);
    }
    for (ContentPage page : archive.pages()) {
      page.editions().values().forEach(e -> check(e, words, diagnostics));
      beside(Words.of(page), archive, words, diagnostics);
    }
  }

  private static void beside(
      List<Words> all,
      Archive archive,
      Map<String, Phrases<Object>> words,
      Diagnostics diagnostics) {
    for (Words each : all) {
      for (Language language : archive.languages()) {
        Phrases<Object> phrases = words.get(language.id());
        if (phrases != null) {
          check(
              each.in(language),
              language,
              phrases,
              hit -> each.place(language, hit.start(), hit.end()),
              diagnostics);
        }
      }
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
      check(
          block.text(), language, phrases, hit -> block.place(hit.start(), hit.end()), diagnostics);
    }
  }

  private static void check(
      String text,
      Language language,
      Phrases<Object> phrases,
      Function<Phrases.Hit<Object>, Location> place,
      Diagnostics diagnostics) {
    for (Phrases.Hit<Object> hit : Phrases.longest(phrases.all(text))) {
      if (!hit.meanings().containsKey(RIGHT)) {
        Term term = (Term) hit.meanings().keySet().iterator().next();
        diagnostics.add(
            Code.FORBIDDEN_TERM,
            place.apply(hit),
            "the glossary rules out \"" + text.substring(hit.start(), hit.end()) + "\"",
            "write \"" + Objects.requireNonNullElse(term.term().in(language), term.id()) + "\"");
      }
    }
  }
}
