package duizhao.check;

import duizhao.diagnostic.Code;
import duizhao.diagnostic.Diagnostics;
import duizhao.diagnostic.Location;
import duizhao.model.Archive;
import duizhao.model.Block;
import duizhao.model.ContentPage;
import duizhao.model.Edition;
import duizhao.model.Figure;
import duizhao.model.Language;
import duizhao.model.LocalizedText;
import duizhao.model.Report;
import duizhao.model.Translation;
import duizhao.model.Waiver;
import duizhao.quantity.Comparison;
import duizhao.quantity.Comparison.Difference;
import duizhao.quantity.Comparison.Fault;
import duizhao.quantity.Comparison.Pair;
import duizhao.quantity.Quantity;
import duizhao.quantity.QuantityReader;
import duizhao.quantity.QuantityReader.Names;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The Chinese and the English of a text state the same numbers, paragraph by paragraph. */
final class NumberDiffers implements Rule {

  private static final Location NOWHERE = Location.of("?");

  /**
   * One of the two languages.
   *
   * @param called as messages call it
   * @param names what may hold a number without stating one, wherever it stands in the archive
   */
  private record Side(Language language, String called, QuantityReader reader, Names names) {}

  /**
   * A text of one language whose numbers are compared.
   *
   * @param number of the block; 0 for words beside the text
   * @param places where a piece of it stands, by its start and end
   */
  private record Passage(String text, int number, BiFunction<Integer, Integer, Location> places) {

    static final Passage NONE = new Passage("", 0, (start, end) -> NOWHERE);

    static Passage of(Block block) {
      return new Passage(block.text(), block.number(), block::place);
    }

    static Passage of(Words words, Language language) {
      return new Passage(words.in(language), 0, (start, end) -> words.place(language, start, end));
    }

    Location place(Quantity quantity) {
      return places.apply(quantity.start(), quantity.end());
    }
  }

  @Override
  public void check(Archive archive, Diagnostics diagnostics) {
    Side chinese = side(archive, "zh", "Chinese", QuantityReader.CHINESE);
    Side english = side(archive, "en", "English", QuantityReader.ENGLISH);
    if (chinese == null || english == null) {
      return;
    }
    List<Report> reports = ArchiveChecker.all(archive).toList();
    reports.parallelStream().forEach(report -> check(report, chinese, english, diagnostics));
    for (ContentPage page : archive.pages()) {
      Edition zh = page.in(chinese.language());
      Edition en = page.in(english.language());
      if (zh != null && en != null) {
        List<Words> beside = beside(Words.of(page), chinese, english);
        List<Passage> left = passages(beside, zh, en);
        List<Passage> right = passages(beside, en, zh);
        new Text(chinese, english, left, right, List.of(), Translation.Status.FULL, diagnostics)
            .compare(chinese.names(), english.names());
      }
    }
  }

  private static @Nullable Side side(
      Archive archive, String tag, String called, QuantityReader reader) {
    for (Language language : archive.languages()) {
      if (language.tag().equals(tag) || language.tag().startsWith(tag + "-")) {
        Stream<String> names =
            Stream.of(
                    archive.glossary().stream()
                        .flatMap(
                            term ->
                                Stream.concat(
                                    in(term.term(), language),
                                    term
                                        .variants()
                                        .getOrDefault(language.id(), List.of())
                                        .stream())),
                    archive.programmes().values().stream()
                        .flatMap(
                            programme ->
                                Stream.concat(
                                    in(programme.label(), language),
                                    programme.alternatives().stream()
                                        .flatMap(other -> in(other, language)))),
                    archive.newspapers().values().stream()
                        .flatMap(newspaper -> in(newspaper.name(), language)),
                    archive.regions().values().stream()
                        .flatMap(region -> in(region.name(), language)))
                .flatMap(each -> each);
        return new Side(language, called, reader, numbered(names, reader));
      }
    }
    return null;
  }

  private static Stream<String> in(LocalizedText text, Language language) {
    return Stream.ofNullable(text.in(language));
  }

  /** Those names in which a number would be read; the others need no looking for. */
  private static Names numbered(Stream<String> names, QuantityReader reader) {
    return reader.names(names.filter(name -> !reader.read(name).isEmpty()).distinct().toList());
  }

  private static Names names(Report report, Side side) {
    Stream<LocalizedText> own =
        Stream.concat(
            report.people().stream().flatMap(p -> Stream.of(p.name())),
            report.organisations().stream().map(organisation -> organisation.name()));
    return side.names()
        .and(numbered(own.flatMap(name -> in(name, side.language())), side.reader()));
  }

  private static void check(Report report, Side chinese, Side english, Diagnostics diagnostics) {
    Edition zh = report.in(chinese.language());
    Edition en = report.in(english.language());
    Set<Waiver> used = new HashSet<>();
    if (zh != null && en != null) {
      List<Words> beside = beside(Words.of(report), chinese, english);
      List<Passage> left = passages(beside, zh, en);
      List<Passage> right = passages(beside, en, zh);
      Translation translation = report.translation();
      Text text =
          new Text(
              chinese,
              english,
              left,
              right,
              translation.waivers(),
              translation.status(),
              diagnostics);
      text.compare(names(report, chinese), names(report, english));
      used.addAll(text.used);
    }
    for (Figure figure : report.figures()) {
      for (Side side : List.of(chinese, english)) {
        check(figure, side, report.translation().waivers(), used, diagnostics);
      }
    }
    for (Waiver waiver : report.translation().waivers()) {
      if (Waivers.isOfNumbers(waiver) && !used.contains(waiver)) {
        Waivers.tellUnused(waiver, diagnostics);
      }
    }
  }

  /** Those that stand in both languages. */
  private static List<Words> beside(List<Words> all, Side chinese, Side english) {
    return all.stream()
        .filter(words -> !words.in(chinese.language()).isEmpty())
        .filter(words -> !words.in(english.language()).isEmpty())
        .toList();
  }

  /** Words beside the text, none of which answers another or a block, and blocks. */
  private static List<Passage> passages(List<Words> beside, Edition edition, Edition other) {
    List<Passage> passages = new ArrayList<>();
    for (Words words : beside) {
      passages.add(Passage.of(words, edition.language()));
      passages.add(Passage.NONE);
    }
    List<Block> blocks = edition.body().blocks();
    blocks.forEach(block -> passages.add(Passage.of(block)));
    for (int n = blocks.size(); n < other.body().blocks().size(); n++) {
      passages.add(Passage.NONE);
    }
    return passages;
  }

  /** A figure's value is what its words in each language say. */
  private static void check(
      Figure figure, Side side, List<Waiver> waivers, Set<Waiver> used, Diagnostics diagnostics) {
    String words = figure.asStated().in(side.language());
    if (words == null) {
      return;
    }
    List<Quantity> stated = side.reader().read(words);
    boolean says =
        stated.stream()
            .anyMatch(
                quantity ->
                    quantity.states(figure.value(), figure.unit().id())
                        || figure.upTo() != null
                            && quantity.states(figure.upTo(), figure.unit().id()));
    if (stated.isEmpty() || says || waived(waivers, used, Code.FIGURE_DIFFERS, 0, words, words)) {
      return;
    }
    diagnostics.add(
        Code.FIGURE_DIFFERS,
        Objects.requireNonNullElse(
            figure.asStated().place(side.language(), 0, words.length()), figure.at()),
        "the "
            + side.called()
            + " says \""
            + words
            + "\" = "
            + stated.get(0).figures()
            + ", but \"value\" is "
            + figure.value().toPlainString(),
        "\"value\" is in the units that \"unit\" names, without 万 or million");
  }

  private static boolean waived(
      List<Waiver> waivers,
      Set<Waiver> used,
      Code code,
      int paragraph,
      @Nullable String words,
      @Nullable String others) {
    boolean waived = false;
    for (Waiver waiver : waivers) {
      String value = waiver.value();
      if (waiver.code().equals(code.id())
          && (waiver.paragraph() == 0 || waiver.paragraph() == paragraph)
          && (value == null || value.equals(words) || value.equals(others))) {
        used.add(waiver);
        waived = true;
      }
    }
    return waived;
  }

  /** One report or page in both languages. */
  private static final class Text {

    private final Side chinese;
    private final Side english;
    private final List<Passage> left;
    private final List<Passage> right;
    private final List<Waiver> waivers;
    private final boolean abridged;
    private final Diagnostics diagnostics;
    private final Set<Waiver> used = new HashSet<>();

    Text(
        Side chinese,
        Side english,
        List<Passage> left,
        List<Passage> right,
        List<Waiver> waivers,
        Translation.Status status,
        Diagnostics diagnostics) {
      this.chinese = chinese;
      this.english = english;
      this.left = left;
      this.right = right;
      this.waivers = waivers;
      this.abridged = status == Translation.Status.ABRIDGED;
      this.diagnostics = diagnostics;
    }

    void compare(Names chineseNames, Names englishNames) {
      List<Pair> pairs = new ArrayList<>();
      for (int n = 0; n < left.size(); n++) {
        pairs.add(
            new Pair(
                chinese.reader().read(left.get(n).text(), chineseNames),
                english.reader().read(right.get(n).text(), englishNames)));
      }
      for (Difference difference : Comparison.of(pairs)) {
        if (difference.fault() != Fault.MISSING || !abridged) {
          tell(difference, left.get(difference.pair()), right.get(difference.other()));
        }
      }
    }

    private void tell(Difference difference, Passage zh, Passage en) {
      Quantity ours = difference.ours();
      Quantity theirs = difference.theirs();
      Code code =
          switch (difference.fault()) {
            case DIFFERS -> Code.NUMBER_DIFFERS;
            case MISSING -> Code.NUMBER_MISSING;
            case HEDGE -> Code.HEDGE_DIFFERS;
          };
      String zhWords = ours == null ? null : ours.words();
      String enWords = theirs == null ? null : theirs.words();
      if (waived(waivers, used, code, Math.max(zh.number(), en.number()), zhWords, enWords)) {
        return;
      }
      Location at = theirs == null ? zh.place(Objects.requireNonNull(ours)) : en.place(theirs);
      String other = ours == null || theirs == null ? "" : "; the Chinese is at " + zh.place(ours);
      diagnostics.add(
          code,
          at,
          message(difference, ours, theirs),
          "mend the one that is wrong, or waive it with a reason under \"waive:\"" + other);
    }

    private static String message(
        Difference difference, @Nullable Quantity ours, @Nullable Quantity theirs) {
      if (ours == null || theirs == null) {
        Quantity there = Objects.requireNonNull(ours == null ? theirs : ours);
        return "the "
            + (ours == null ? "English" : "Chinese")
            + " says "
            + told(there)
            + ", and the "
            + (ours == null ? "Chinese" : "English")
            + " does not";
      }
      if (difference.fault() == Fault.HEDGE) {
        return told(ours)
            + " is "
            + hedge(ours)
            + " in Chinese, but "
            + told(theirs)
            + " is "
            + hedge(theirs)
            + " in English";
      }
      int power = difference.powerOfTen();
      return told(ours)
          + ", but the English says "
          + told(theirs)
          + (power == 0
              ? ""
              : ": "
                  + "1"
                  + "0".repeat(Math.abs(power))
                  + (power > 0 ? " times as much" : " times too little"));
    }

    private static String told(Quantity quantity) {
      return "\"" + quantity.words() + "\" = " + quantity.figures();
    }

    private static String hedge(Quantity quantity) {
      return switch (quantity.hedge()) {
        case EXACT -> "exact";
        case OVER -> "\"more than\"";
        case NEARLY -> "\"nearly\"";
        case ABOUT -> "\"about\"";
        case AT_LEAST -> "\"at least\"";
        case UP_TO -> "\"at most\"";
      };
    }
  }
}
