package duizhao.render;

import duizhao.diagnostic.Location;
import duizhao.edtf.EdtfDate;
import duizhao.model.Block;
import duizhao.model.Html;
import duizhao.model.LocalizedText;
import duizhao.plan.Page;
import duizhao.plan.SitePath;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Chooses pages to try templates on: as few as show each template, in each language, every shape of
 * value that it meets on any page. A template asks whether a value is there, what word it is, and
 * whether a list is empty, has one item, or more; so that is the shape of a record: which of its
 * parts are there, all together, and of each part what it is.
 */
final class Shapes {

  /** Records that templates only print. */
  private static final Set<Class<?>> PRINTED =
      Set.of(
          Location.class,
          LocalizedText.class,
          EdtfDate.class,
          Html.class,
          SitePath.class,
          Block.Run.class);

  private static final ClassValue<List<MethodHandle>> PARTS =
      new ClassValue<>() {
        @Override
        protected List<MethodHandle> computeValue(Class<?> type) {
          Map<String, MethodHandle> parts = PageWrapper.components(type);
          List<MethodHandle> ordered = new ArrayList<>();
          for (RecordComponent component : type.getRecordComponents()) {
            ordered.add(parts.get(component.getName()));
          }
          return ordered;
        }
      };

  /**
   * What a record, or a part of it, looks like.
   *
   * @param part its place in the record; -1 for all parts together
   */
  private record Shape(Class<?> type, int part, Object look) {}

  /** The number of each shape. */
  private final Map<Shape, Integer> numbers = new HashMap<>();

  /** The shapes in records of the archive, which many pages show. */
  private final Map<Record, BitSet> known = new IdentityHashMap<>();

  /** What each template has met, by its name and the language of the page. */
  private final Map<String, BitSet> met = new HashMap<>();

  private Shapes() {}

  static List<Page> sample(Collection<Page> pages) {
    Shapes shapes = new Shapes();
    return pages.stream().filter(shapes::isNew).toList();
  }

  private boolean isNew(Page page) {
    BitSet seen =
        met.computeIfAbsent(
            page.template() + " " + page.head().language().id(), key -> new BitSet());
    int before = seen.cardinality();
    value(page, seen);
    return seen.cardinality() > before;
  }

  /** Adds the shapes in a value. */
  private void value(@Nullable Object value, BitSet shapes) {
    if (value instanceof Collection<?> items) {
      items.forEach(item -> value(item, shapes));
    } else if (value instanceof Map<?, ?> map) {
      map.values().forEach(item -> value(item, shapes));
    } else if (value instanceof Record item && !PRINTED.contains(item.getClass())) {
      if (item.getClass().getEnclosingClass() == Page.class) {
        parts(item, shapes);
      } else {
        BitSet own = known.get(item);
        if (own == null) {
          own = new BitSet();
          parts(item, own);
          known.put(item, own);
        }
        shapes.or(own);
      }
    }
  }

  private void parts(Record item, BitSet shapes) {
    List<MethodHandle> accessors = PARTS.get(item.getClass());
    StringBuilder all = new StringBuilder(accessors.size());
    for (int i = 0; i < accessors.size(); i++) {
      Object part = PageWrapper.part(accessors.get(i), item);
      Object look = look(part);
      all.append(look.equals("none") ? '-' : '+');
      shapes.set(number(new Shape(item.getClass(), i, look)));
      value(part, shapes);
    }
    shapes.set(number(new Shape(item.getClass(), -1, all.toString())));
  }

  private int number(Shape shape) {
    return numbers.computeIfAbsent(shape, key -> numbers.size());
  }

  /** What a template may ask of a value without printing it. */
  private static Object look(@Nullable Object value) {
    if (value == null || value.equals(0) || value.equals("") || value.equals(false)) {
      return "none";
    }
    if (value instanceof Enum<?> || value.equals(1)) {
      return value;
    }
    if (value instanceof LocalizedText text) {
      return text.isEmpty() ? "none" : text.byLanguage().keySet();
    }
    int size =
        value instanceof Collection<?> items
            ? items.size()
            : value instanceof Map<?, ?> map ? map.size() : 2;
    return size == 0 ? "none" : size == 1 ? "one" : "some";
  }
}
