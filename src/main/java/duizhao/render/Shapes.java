package duizhao.render;

import duizhao.diagnostic.Location;
import duizhao.edtf.EdtfDate;
import duizhao.model.Block;
import duizhao.model.Html;
import duizhao.model.LinkUse;
import duizhao.model.LocalizedText;
import duizhao.model.Newspaper;
import duizhao.model.Programme;
import duizhao.model.Region;
import duizhao.model.Report;
import duizhao.model.Term;
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

  private static final String NONE = "none";

  /** Records that many pages show. */
  private static final Set<Class<?>> SHARED =
      Set.of(
          Report.class,
          Programme.class,
          Region.class,
          Newspaper.class,
          Term.class,
          Page.ProgrammeNode.class,
          Page.RegionNode.class);

  /** Records that templates only print. */
  private static final Set<Class<?>> PRINTED =
      Set.of(
          Location.class,
          LocalizedText.class,
          EdtfDate.class,
          Html.class,
          SitePath.class,
          LinkUse.class);

  /** How to read the parts of a record. */
  private static final ClassValue<List<MethodHandle>> ACCESSORS =
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

  /** What the records of a class were seen to look like. */
  private final class Looks {
    private final List<MethodHandle> accessors;

    /** The numbers of what each part was seen to be, and after these of which parts were there. */
    private final List<Map<Object, Integer>> numbers = new ArrayList<>();

    Looks(Class<?> type) {
      accessors = ACCESSORS.get(type);
      for (int i = 0; i <= accessors.size(); i++) {
        numbers.add(new HashMap<>());
      }
    }

    void add(int part, Object look, BitSet shapes) {
      Map<Object, Integer> known = numbers.get(part);
      Integer number = known.get(look);
      if (number == null) {
        number = count++;
        known.put(look, number);
      }
      shapes.set(number);
    }
  }

  private final Map<Class<?>, Looks> looks = new HashMap<>();

  /** How many shapes there are so far. */
  private int count;

  /** The shapes in records that many pages show. */
  private final IdentityHashMap<Record, BitSet> known = new IdentityHashMap<>();

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
    } else if (value instanceof Block block) {
      looks.computeIfAbsent(Block.class, Looks::new).add(0, block.kind(), shapes);
    } else if (value instanceof Record item && !PRINTED.contains(item.getClass())) {
      if (SHARED.contains(item.getClass())) {
        BitSet own = known.get(item);
        if (own == null) {
          own = new BitSet();
          parts(item, own);
          known.put(item, own);
        }
        shapes.or(own);
      } else {
        parts(item, shapes);
      }
    }
  }

  private void parts(Record item, BitSet shapes) {
    Looks seen = looks.computeIfAbsent(item.getClass(), Looks::new);
    int size = seen.accessors.size();
    long there = 0;
    for (int i = 0; i < size; i++) {
      Object part = PageWrapper.part(seen.accessors.get(i), item);
      Object look = look(part);
      there = there << 1 | (look == NONE ? 0 : 1);
      seen.add(i, look, shapes);
      value(part, shapes);
    }
    seen.add(size, there, shapes);
  }

  /** What a template may ask of a value without printing it. */
  private static Object look(@Nullable Object value) {
    int size = 2;
    if (value == null) {
      size = 0;
    } else if (value instanceof Enum<?>) {
      return value;
    } else if (value instanceof LocalizedText text) {
      return text.isEmpty() ? NONE : text.byLanguage().keySet();
    } else if (value instanceof Boolean flag) {
      size = flag ? 2 : 0;
    } else if (value instanceof Integer number) {
      size = number;
    } else if (value instanceof String text) {
      size = text.length();
    } else if (value instanceof Collection<?> items) {
      size = items.size();
    } else if (value instanceof Map<?, ?> map) {
      size = map.size();
    }
    return size == 0 ? NONE : size == 1 ? "one" : "some";
  }
}
