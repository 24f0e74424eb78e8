package duizhao.render;

import duizhao.edtf.EdtfDate;
import duizhao.model.Html;
import duizhao.model.LocalizedText;
import duizhao.plan.Head;
import freemarker.core.HTMLOutputFormat;
import freemarker.template.ObjectWrapper;
import freemarker.template.SimpleNumber;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateCollectionModel;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateHashModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateModelIterator;
import freemarker.template.TemplateScalarModel;
import freemarker.template.TemplateSequenceModel;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Shows values to the template of one page, and nothing but values: texts, numbers, lists, maps and
 * the components of records. An object of any other class is refused, so that a template can reach
 * no method and no class.
 */
final class PageWrapper implements ObjectWrapper {

  /** How a value is shown to the template of a page. */
  private interface Wrapping {
    @Nullable TemplateModel of(PageWrapper page, Object value) throws TemplateModelException;
  }

  /** By class: to ask a value which of the interfaces it has costs more than all else here. */
  private static final Map<Class<?>, Wrapping> WRAPPINGS = new ConcurrentHashMap<>();

  private final SiteContext site;
  private final Head head;

  PageWrapper(SiteContext site, Head head) {
    this.site = site;
    this.head = head;
  }

  /** How to read the components of a record, by name. */
  static Map<String, MethodHandle> components(Class<?> type) {
    Map<String, MethodHandle> components = new HashMap<>();
    for (RecordComponent component : type.getRecordComponents()) {
      try {
        components.put(
            component.getName(),
            MethodHandles.publicLookup()
                .unreflect(component.getAccessor())
                .asType(MethodType.methodType(Object.class, Object.class)));
      } catch (IllegalAccessException e) {
        throw new IllegalArgumentException(type + " is not public", e);
      }
    }
    return components;
  }

  /** A component of a record. */
  static @Nullable Object part(MethodHandle accessor, Record record) {
    try {
      return (Object) accessor.invokeExact((Object) record);
    } catch (Throwable e) {
      throw new IllegalStateException("the accessor of a record failed", e);
    }
  }

  @Override
  public @Nullable TemplateModel wrap(@Nullable Object value) throws TemplateModelException {
    if (value == null) {
      return null;
    }
    Wrapping wrapping = WRAPPINGS.get(value.getClass());
    if (wrapping == null) {
      wrapping = wrapping(value);
      WRAPPINGS.put(value.getClass(), wrapping);
    }
    return wrapping.of(this, value);
  }

  /** How to show values of the class of this one. */
  private static Wrapping wrapping(Object value) throws TemplateModelException {
    if (value instanceof TemplateModel) {
      return (page, v) -> (TemplateModel) v;
    }
    if (value instanceof String) {
      return (page, v) -> new SimpleScalar((String) v);
    }
    if (value instanceof Number) {
      return (page, v) -> new SimpleNumber((Number) v);
    }
    if (value instanceof Boolean) {
      return (page, v) -> (Boolean) v ? TemplateBooleanModel.TRUE : TemplateBooleanModel.FALSE;
    }
    if (value instanceof Enum<?>) {
      return (page, v) -> new SimpleScalar(word((Enum<?>) v));
    }
    if (value instanceof LocalizedText) {
      return (page, v) -> page.new Localized((LocalizedText) v);
    }
    if (value instanceof EdtfDate) {
      return (page, v) -> page.new Date((EdtfDate) v);
    }
    if (value instanceof Html) {
      return (page, v) ->
          HTMLOutputFormat.INSTANCE.fromMarkup(page.site.resolve((Html) v, page.head));
    }
    if (value instanceof List<?>) {
      return (page, v) -> page.new Sequence((List<?>) v);
    }
    if (value instanceof Map<?, ?>) {
      return (page, v) -> page.new Hash((Map<?, ?>) v);
    }
    if (value instanceof Record) {
      Map<String, MethodHandle> components = components(value.getClass());
      return (page, v) -> page.new Item((Record) v, components);
    }
    throw new TemplateModelException("templates may not see a " + value.getClass().getSimpleName());
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The Java value behind a template's argument: a record, text, number or null. */
  static @Nullable Object unwrap(@Nullable Object model) throws TemplateModelException {
    if (model instanceof Item item) {
      return item.record;
    }
    if (model instanceof Localized localized) {
      return localized.getAsString();
    }
    if (model instanceof TemplateScalarModel scalar) {
      return scalar.getAsString();
    }
    if (model instanceof freemarker.template.TemplateNumberModel number) {
      return number.getAsNumber();
    }
    return null;
  }

  /** A record: its components by name, and nothing else. */
  private final class Item implements TemplateHashModel {

    private final Record record;
    private final Map<String, MethodHandle> components;

    Item(Record record, Map<String, MethodHandle> components) {
      this.record = record;
      this.components = components;
    }

    @Override
    public @Nullable TemplateModel get(String key) throws TemplateModelException {
      MethodHandle accessor = components.get(key);
      return accessor == null ? null : wrap(part(accessor, record));
    }

    @Override
    public boolean isEmpty() {
      return false;
    }
  }

  /** A list, wrapped item by item as it is read. */
  private final class Sequence implements TemplateSequenceModel, TemplateCollectionModel {

    private final List<?> list;

    Sequence(List<?> list) {
      this.list = list;
    }

    @Override
    public @Nullable TemplateModel get(int index) throws TemplateModelException {
      return index >= 0 && index < list.size() ? wrap(list.get(index)) : null;
    }

    @Override
    public int size() {
      return list.size();
    }

    @Override
    public TemplateModelIterator iterator() {
      Iterator<?> items = list.iterator();
      return new TemplateModelIterator() {
        @Override
        public boolean hasNext() {
          return items.hasNext();
        }

        @Override
        public @Nullable TemplateModel next() throws TemplateModelException {
          return wrap(items.next());
        }
      };
    }
  }

  /** A map from text. */
  private final class Hash implements TemplateHashModelEx {

    private final Map<?, ?> map;

    Hash(Map<?, ?> map) {
      this.map = map;
    }

    @Override
    public @Nullable TemplateModel get(String key) throws TemplateModelException {
      return wrap(map.get(key));
    }

    @Override
    public boolean isEmpty() {
      return map.isEmpty();
    }

    @Override
    public int size() {
      return map.size();
    }

    @Override
    public TemplateCollectionModel keys() {
      return new Sequence(new ArrayList<>(map.keySet()));
    }

    @Override
    public TemplateCollectionModel values() {
      return new Sequence(new ArrayList<>(map.values()));
    }
  }

  /** A text in languages: prints in the page's language, else in the first that has it. */
  private final class Localized implements TemplateScalarModel, TemplateHashModel {

    private final LocalizedText text;

    Localized(LocalizedText text) {
      this.text = text;
    }

    @Override
    public String getAsString() {
      return text.preferring(head.language());
    }

    @Override
    public @Nullable TemplateModel get(String key) throws TemplateModelException {
      return switch (key) {
        case "translated" -> wrap(text.in(head.language()) != null);
        case "lang" -> wrap(site.tag(spoken()));
        default -> wrap(text.byLanguage().get(key));
      };
    }

    private String spoken() {
      return text.in(head.language()) != null
          ? head.language().id()
          : text.byLanguage().keySet().stream().findFirst().orElse(head.language().id());
    }

    @Override
    public boolean isEmpty() {
      return text.isEmpty();
    }
  }

  /** A date: prints in words. */
  private final class Date implements TemplateScalarModel, TemplateHashModel {

    private final EdtfDate date;

    Date(EdtfDate date) {
      this.date = date;
    }

    @Override
    public String getAsString() {
      return site.wording(head.language()).print(date);
    }

    @Override
    public @Nullable TemplateModel get(String key) throws TemplateModelException {
      return switch (key) {
        case "text" -> wrap(date.text());
        case "datetime" -> wrap(date.datetime());
        case "certain" -> wrap(date.certain());
        default -> null;
      };
    }

    @Override
    public boolean isEmpty() {
      return false;
    }
  }
}
