package duizhao.render;

import duizhao.diagnostic.Location;
import duizhao.model.Archive;
import duizhao.model.Language;
import duizhao.model.LocalizedText;
import duizhao.model.Term;
import duizhao.text.TermFinder;
import freemarker.core.HTMLOutputFormat;
import freemarker.template.TemplateModelException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Says of Chinese headlines what no line may tear: the archive's terms, places, people, programmes
 * and schemes, numbers with what they count, and short quotations. The words stay as they are.
 */
final class Headlines {

  /** Longer names may be torn on narrow screens. */
  private static final int MOST = 8;

  private static final Pattern NUMBER =
      Pattern.compile(
          "[0-9０-９][0-9０-９.,%]*[十百千万亿]*[余多来几]?(?:分钟|小时|公里|\\p{IsHan})?"
              + "|[一二两三四五六七八九十百千万]+(?:分钟|小时|公里|个|名|家|项|条|座|场|次|天|年|月)"
              + "|“[^“”]{1,6}”");

  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

  private static final Pattern PLACE = Pattern.compile("(.{2,})(?:省|市|区|县|州|盟|旗)");

  private final List<Term> names = new ArrayList<>();
  private final Location at;
  private final TermFinder finder;

  Headlines(Archive archive, Language chinese) {
    at = archive.at();
    List<LocalizedText> texts = new ArrayList<>();
    archive.programmes().values().forEach(p -> texts.add(p.label()));
    archive.programmes().values().forEach(p -> texts.addAll(p.alternatives()));
    archive.reports().forEach(r -> r.people().forEach(person -> texts.add(person.name())));
    names.addAll(archive.glossary());
    texts.stream()
        .map(text -> text.in(chinese))
        .filter(Objects::nonNull)
        .distinct()
        .forEach(name -> add(name, chinese));
    archive.regions().values().stream()
        .map(region -> region.name().in(chinese))
        .filter(Objects::nonNull)
        .flatMap(name -> Stream.of(name, PLACE.matcher(name).replaceFirst("$1")))
        .distinct()
        .forEach(name -> add(name, chinese));
    finder = new TermFinder(names, chinese);
  }

  private void add(String name, Language language) {
    if (name.length() > 1 && name.length() <= MOST) {
      LocalizedText text = new LocalizedText(Map.of(language.id(), name));
      names.add(new Term(name, at, text, Map.of(), Map.of(), null));
    }
  }

  /** The headline as HTML, with {@code <span class="whole">} around what is not to be torn. */
  String markup(String headline) throws TemplateModelException {
    StringBuilder markup = new StringBuilder();
    int from = 0;
    if (HAN.matcher(headline).find()) {
      List<TermFinder.Hit> hits = finder.find(headline);
      Matcher number = NUMBER.matcher(headline);
      int hit = 0;
      boolean counted = number.find();
      while (hit < hits.size() || counted) {
        boolean named = hit < hits.size() && (!counted || hits.get(hit).start() <= number.start());
        int start = named ? hits.get(hit).start() : number.start();
        int end = named ? hits.get(hit).end() : number.end();
        if (named) {
          hit++;
        } else {
          counted = number.find();
        }
        if (start >= from && end - start > 1 && end - start <= MOST) {
          markup.append(escaped(headline.substring(from, start))).append("<span class=\"whole\">");
          markup.append(escaped(headline.substring(start, end))).append("</span>");
          from = end;
        }
      }
    }
    return markup.append(escaped(headline.substring(from))).toString();
  }

  private static String escaped(String text) throws TemplateModelException {
    return HTMLOutputFormat.INSTANCE.escapePlainText(text);
  }
}
