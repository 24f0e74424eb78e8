package duizhao.render;

import duizhao.cite.Citations;
import duizhao.diagnostic.Code;
import duizhao.diagnostic.Diagnostics;
import duizhao.diagnostic.Location;
import duizhao.model.Edition;
import duizhao.model.Language;
import duizhao.model.Limits;
import duizhao.model.Term;
import duizhao.model.Theme;
import duizhao.plan.Addresses;
import duizhao.plan.Document;
import duizhao.plan.Feed;
import duizhao.plan.Head;
import duizhao.plan.OutputFile;
import duizhao.plan.Page;
import duizhao.plan.Section;
import duizhao.plan.SitePath;
import duizhao.plan.SitePlan;
import freemarker.cache.StringTemplateLoader;
import freemarker.cache.StrongCacheStorage;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.InvalidReferenceException;
import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.core._CoreAPI;
import freemarker.template.Configuration;
import freemarker.template.SimpleScalar;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Fills the theme's templates with planned pages. Safe for several threads. */
public final class PageRenderer {

  private static final String ENDING = ".ftlh";

  /**
   * The variable {@code .now}, and no field of that name; and what makes templates of texts, which
   * nothing would be looked for in.
   */
  private static final Pattern FORBIDDEN =
      Pattern.compile("(?<![\\w\\])])\\.\\s*now\\b|\\?\\s*(?:interpret|eval)\\b");

  private final SiteContext site;
  private final Theme theme;
  private final Diagnostics diagnostics;
  private final Configuration configuration;
  private final Function<SitePath, @Nullable Long> sizes;
  private final Limits limits;

  /** Whether some page did not end: then there will be no site, and no other page is begun. */
  private final AtomicBoolean stuck;

  private PageRenderer(
      SiteContext site,
      Theme theme,
      Diagnostics diagnostics,
      Configuration configuration,
      Function<SitePath, @Nullable Long> sizes,
      Limits limits,
      AtomicBoolean stuck) {
    this.limits = limits;
    this.stuck = stuck;
    this.site = site;
    this.theme = theme;
    this.diagnostics = diagnostics;
    this.configuration = configuration;
    this.sizes = sizes;
  }

  /**
   * The same renderer, which can tell how long data files are.
   *
   * @param sizes in bytes; null of what is no data file
   */
  public PageRenderer with(Function<SitePath, @Nullable Long> sizes) {
    return new PageRenderer(site, theme, diagnostics, configuration, sizes, limits, stuck);
  }

  /** The same renderer with other limits. */
  public PageRenderer with(Limits limits) {
    return new PageRenderer(site, theme, diagnostics, configuration, sizes, limits, stuck);
  }

  /**
   * A renderer for a plan, or null when the theme lacks a template or has one that cannot be read:
   * then diagnostics say which.
   */
  public static @Nullable PageRenderer of(SitePlan plan, Theme theme, Diagnostics diagnostics) {
    Configuration configuration = configuration(theme);
    boolean fine = parse(configuration, theme, diagnostics);
    PageRenderer renderer = of(plan, theme, diagnostics, configuration);
    return fine && renderer.hasAll() ? renderer : null;
  }

  /**
   * The same, which takes the templates of an earlier renderer where they are still those of the
   * theme: to read them takes longer than to fill one.
   */
  public static @Nullable PageRenderer of(
      SitePlan plan, Theme theme, Diagnostics diagnostics, @Nullable PageRenderer before) {
    if (before == null || !before.theme.equals(theme)) {
      return of(plan, theme, diagnostics);
    }
    PageRenderer renderer = of(plan, theme, diagnostics, before.configuration);
    return renderer.hasAll() ? renderer : null;
  }

  private static PageRenderer of(
      SitePlan plan, Theme theme, Diagnostics diagnostics, Configuration configuration) {
    return new PageRenderer(
        new SiteContext(plan, theme),
        theme,
        diagnostics,
        configuration,
        path -> null,
        Limits.DEFAULT,
        new AtomicBoolean());
  }

  private static Configuration configuration(Theme theme) {
    StringTemplateLoader loader = new StringTemplateLoader();
    theme.templates().forEach((name, template) -> loader.putTemplate(name, template.text(), 1));
    Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setTemplateLoader(loader);
    // What is read again when memory is short would lack the checks that were added to it.
    configuration.setCacheStorage(new StrongCacheStorage());
    configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
    configuration.setLocalizedLookup(false);
    configuration.setDefaultEncoding("UTF-8");
    configuration.setOutputEncoding("UTF-8");
    configuration.setURLEscapingCharset("UTF-8");
    configuration.setLocale(Locale.ROOT);
    configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
    configuration.setNumberFormat("computer");
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    configuration.setAPIBuiltinEnabled(false);
    configuration.setLogTemplateExceptions(false);
    configuration.setWrapUncheckedExceptions(true);
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    return configuration;
  }

  private boolean hasAll() {
    boolean fine = true;
    for (Page page : site.plan().pages()) {
      String name = page.template() + ENDING;
      if (!theme.templates().containsKey(name)) {
        fine = false;
        diagnostics.add(
            Code.MISSING_TEMPLATE,
            Location.of(site.archive().at().file()),
            "the theme \"" + theme.name() + "\" has no template \"" + name + "\"",
            "add templates/" + name + ", or extend a theme that has it");
      }
    }
    return fine;
  }

  /** Adds a diagnostic for each template that cannot be read, where there is nothing to render. */
  public static void parse(Theme theme, Diagnostics diagnostics) {
    parse(configuration(theme), theme, diagnostics);
  }

  /**
   * Reads every template once, so that each syntax error is told even where no page needs the
   * template.
   */
  private static boolean parse(Configuration configuration, Theme theme, Diagnostics diagnostics) {
    boolean fine = true;
    for (Map.Entry<String, Theme.Template> entry : new TreeMap<>(theme.templates()).entrySet()) {
      try {
        Template template = configuration.getTemplate(entry.getKey());
        fine &= allowed(template, entry.getValue(), diagnostics);
        _CoreAPI.addThreadInterruptedChecks(template);
      } catch (ParseException e) {
        fine = false;
        diagnostics.add(
            Code.TEMPLATE_SYNTAX,
            at(theme, entry.getKey(), e.getLineNumber(), e.getColumnNumber()),
            "this template cannot be read: " + firstSentence(e.getEditorMessage()));
      } catch (IOException e) {
        throw new IllegalStateException(e); // templates are in memory
      }
    }
    return fine;
  }

  /**
   * FreeMarker has no way to take its clock away from templates. It is looked for in the template
   * as FreeMarker understood it, where no comment can stand between a dot and a name.
   */
  private static boolean allowed(
      Template parsed, Theme.Template template, Diagnostics diagnostics) {
    Matcher understood = FORBIDDEN.matcher(parsed.toString());
    boolean found = understood.find();
    if (found) {
      Matcher written = FORBIDDEN.matcher(template.text());
      String before = template.text().substring(0, written.find() ? written.start() : 0);
      int start = before.lastIndexOf('\n') + 1;
      diagnostics.add(
          Code.TEMPLATE_SYNTAX,
          new Location(
              template.at().file(),
              (int) before.chars().filter(c -> c == '\n').count() + 1,
              before.codePointCount(start, before.length()) + 1,
              understood.group().length()),
          understood.group().endsWith("now")
              ? "templates cannot ask for the time"
              : "templates cannot make templates of texts with \"" + understood.group() + "\"",
          "delete it: the same content makes the same pages, whenever they are built");
    }
    return !found;
  }

  /** Pages that show every template all shapes of values that it meets in this site. */
  public List<Page> sample() {
    return Shapes.sample(site.plan().pages());
  }

  /** The page as HTML; null, with a diagnostic, when its template fails. */
  public @Nullable OutputFile render(Page page) {
    if (stuck.get()) {
      return null;
    }
    RenderThread.Watch watch = new RenderThread.Watch(limits.pageSteps(), false);
    Future<@Nullable OutputFile> making = begin(page, watch);
    try {
      return making.get(limits.pageSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      watch.stop();
      if (!stuck.getAndSet(true)) {
        diagnostics.add(
            Code.TEMPLATE_FAULT,
            at(theme, page.template() + ENDING, 1, 1),
            "this template, or one that it includes, was not done after "
                + limits.pageSeconds()
                + " seconds",
            seen(page));
      }
      return null;
    } catch (InterruptedException e) {
      watch.stop();
      Thread.currentThread().interrupt();
      return null;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof OutOfMemoryError) {
        tooLarge(page);
        return null;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private Future<@Nullable OutputFile> begin(Page page, RenderThread.Watch watch) {
    return RenderThread.threads().submit(() -> RenderThread.under(watch, () -> make(page, watch)));
  }

  /** Makes the page once more, to see where it takes all the memory. */
  private void tooLarge(Page page) {
    RenderThread.Watch watch = new RenderThread.Watch(limits.pageSteps(), true);
    try {
      begin(page, watch).get(limits.pageSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      watch.stop(); // this was to be expected
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    TemplateException place = watch.place();
    String name = place == null ? null : place.getTemplateSourceName();
    diagnostics.add(
        Code.TEMPLATE_FAULT,
        place == null || name == null
            ? at(theme, page.template() + ENDING, 1, 1)
            : at(theme, name, place.getLineNumber(), place.getColumnNumber()),
        "this takes more memory than there is",
        seen(page));
  }

  private static String seen(Page page) {
    return "seen on the page " + page.head().path();
  }

  private @Nullable OutputFile make(Page page, RenderThread.Watch watch) {
    PageWrapper wrapper = new PageWrapper(site, page.head());
    PageWriter out = new PageWriter(limits.pageChars(), watch);
    try {
      Template template = configuration.getTemplate(page.template() + ENDING);
      template.process(new Root(page, wrapper), out, wrapper);
      return new OutputFile(page.head().path(), out.toString());
    } catch (TemplateException e) {
      fault(outOfBounds(watch) ? Objects.requireNonNull(watch.fault()) : e, page);
      return null;
    } catch (RuntimeException e) {
      if (!outOfBounds(watch)) {
        throw e;
      }
      fault(Objects.requireNonNull(watch.fault()), page);
      return null;
    } catch (StackOverflowError e) {
      diagnostics.add(
          Code.TEMPLATE_FAULT,
          at(theme, page.template() + ENDING, 1, 1),
          "this template, or one that it includes, calls itself without end",
          "look for a macro or function that calls itself, or templates that include each other;"
              + " seen on the page "
              + page.head().path());
      return null;
    } catch (IOException e) {
      if (!outOfBounds(watch)) {
        throw new IllegalStateException(e); // templates and output are in memory
      }
      fault(Objects.requireNonNull(watch.fault()), page);
      return null;
    }
  }

  /** A page that goes on without end is enough: there is no waiting for as many as there are. */
  private boolean outOfBounds(RenderThread.Watch watch) {
    boolean out = watch.fault() != null;
    if (out) {
      stuck.set(true);
    }
    return out;
  }

  private void fault(TemplateException e, Page page) {
    String name =
        e.getTemplateSourceName() == null ? page.template() + ENDING : e.getTemplateSourceName();
    Location at = at(theme, name, e.getLineNumber(), e.getColumnNumber());
    String on = "seen on the page " + page.head().path();
    Throwable cause = e;
    for (Throwable t = e; t != null; t = t.getCause()) {
      cause = t;
      if (t instanceof Words.UnknownWord || t instanceof TemplateNotFoundException) {
        break;
      }
    }
    if (cause instanceof Words.UnknownWord) {
      String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
      diagnostics.add(
          Code.UNKNOWN_WORD,
          at,
          message + " in " + page.head().language().name(),
          "add it to words/" + page.head().language().id() + ".yaml");
    } else if (cause instanceof TemplateNotFoundException missing) {
      diagnostics.add(
          Code.MISSING_TEMPLATE,
          at,
          "there is no template \"" + missing.getTemplateName() + "\"",
          "templates are named from the templates folder, such as \"parts/layout.ftlh\"");
    } else if (e instanceof InvalidReferenceException && e.getBlamedExpressionString() != null) {
      diagnostics.add(
          Code.TEMPLATE_FAULT,
          at,
          "\"" + e.getBlamedExpressionString() + "\" is missing here",
          "ask with ?? before it is used, or give another value with !; " + on);
    } else {
      diagnostics.add(Code.TEMPLATE_FAULT, at, firstSentence(e.getMessageWithoutStackTop()), on);
    }
  }

  private static Location at(
      Theme theme, String name, @Nullable Integer line, @Nullable Integer column) {
    Theme.Template template = theme.templates().get(name);
    String file = template == null ? name : template.at().file();
    return new Location(
        file, line == null || line < 1 ? 1 : line, column == null || column < 1 ? 1 : column, 1);
  }

  private static String firstSentence(@Nullable String message) {
    String text = message == null ? "it failed" : message.strip();
    String first =
        text.split("\n\n|Help \\(latest|Think twice", 2)[0].strip().replaceAll("\\s+", " ");
    return first.length() > 300 ? first.substring(0, 297) + "..." : first;
  }

  /** What stands behind the name of a function in a template. */
  private interface TemplateFunction {
    @Nullable Object call(List<?> arguments) throws TemplateModelException;
  }

  /** What a template sees by name. */
  private final class Root implements TemplateHashModel {

    private final Page page;
    private final PageWrapper wrapper;
    private Citations.@Nullable Offer citations;

    Root(Page page, PageWrapper wrapper) {
      this.page = page;
      this.wrapper = wrapper;
    }

    private Head head() {
      return page.head();
    }

    @Override
    public @Nullable TemplateModel get(String key) throws TemplateModelException {
      return switch (key) {
        case "page" -> wrapper.wrap(page);
        case "archive" -> wrapper.wrap(site.archive());
        case "words" -> site.words(head().language());
        case "wordsIn" -> function(a -> site.words(language(a, 0)));
        case "style" -> wrapper.wrap(site.plan().style());
        case "script" -> wrapper.wrap(site.plan().script());
        case "policy" -> wrapper.wrap(SitePlan.POLICY);
        case "referrer" -> wrapper.wrap(SitePlan.REFERRER);
        case "generator" -> wrapper.wrap("duizhao");
        case "link" -> function(this::link);
        case "absolute" -> function(this::absolute);
        case "asset" -> function(this::asset);
        case "number" -> function(Root::number);
        case "headline" -> (TemplateMethodModelEx) this::headline;
        case "marked" -> function(this::marked);
        case "citations" -> function(a -> citations());
        case "size" -> function(a -> first(a) instanceof SitePath path ? sizes.apply(path) : null);
        case "structuredData" ->
            (TemplateMethodModelEx)
                arguments ->
                    HTMLOutputFormat.INSTANCE.fromMarkup(StructuredData.of(page, site.plan()));
        default -> null;
      };
    }

    /** Asked for in the head of a page and again in its body. */
    private Citations.@Nullable Offer citations() {
      if (citations == null) {
        citations = Citations.of(page, site.plan());
      }
      return citations;
    }

    private TemplateMethodModelEx function(TemplateFunction function) {
      return arguments -> wrapper.wrap(function.call(arguments));
    }

    private static @Nullable Object number(List<?> arguments) throws TemplateModelException {
      return first(arguments) instanceof Number n ? Numbers.grouped(n) : first(arguments);
    }

    @Override
    public boolean isEmpty() {
      return false;
    }

    private String link(List<?> arguments) throws TemplateModelException {
      Object target = first(arguments);
      Language language = arguments.size() > 1 ? language(arguments, 1) : head().language();
      SitePath path = target == null ? null : path(target, language);
      if (path == null) {
        throw new TemplateModelException(
            "link(): "
                + (target instanceof String ? "\"" + target + "\"" : "this")
                + " has no page");
      }
      return path.from(head().path())
          + (target instanceof Term term ? "#" + Addresses.term(term.id()) : "");
    }

    private TemplateModel headline(List<?> arguments) throws TemplateModelException {
      if (first(arguments) instanceof String text) {
        Headlines headlines = site.headlines();
        return headlines == null
            ? new SimpleScalar(text)
            : HTMLOutputFormat.INSTANCE.fromMarkup(headlines.markup(text));
      }
      throw new TemplateModelException("headline() takes a text");
    }

    private List<GlossaryMarks.Marked> marked(List<?> arguments) throws TemplateModelException {
      if (first(arguments) instanceof Edition edition) {
        return site.marked(edition);
      }
      throw new TemplateModelException("marked() takes an edition");
    }

    /** The language that an argument gives by its record or its id. */
    private Language language(List<?> arguments, int index) throws TemplateModelException {
      Object asked = index < arguments.size() ? PageWrapper.unwrap(arguments.get(index)) : null;
      return site.archive().languages().stream()
          .filter(l -> l.equals(asked) || l.id().equals(asked))
          .findFirst()
          .orElseThrow(() -> new TemplateModelException("there is no such language here"));
    }

    private @Nullable SitePath path(Object target, Language language) {
      if (!(target instanceof String name)) {
        return site.plan().addresses().of(target, language);
      }
      if (name.equals("home")) {
        return site.plan().addresses().home(language);
      }
      if (name.equals("search")) {
        return site.plan().addresses().search(language);
      }
      if (name.equals("opensearch")) {
        return site.plan().openSearches().contains(language)
            ? site.plan().addresses().openSearch(language)
            : null;
      }
      if (name.equals("root")) {
        return Addresses.ROOT;
      }
      if (name.equals("feed")) {
        return site.plan().feeds().stream()
            .filter(f -> f.subject() == null && f.language().equals(language))
            .map(Feed::path)
            .findFirst()
            .orElse(null);
      }
      for (Section section : Section.values()) {
        if (section.id().equals(name)) {
          return site.plan().addresses().section(section, language);
        }
      }
      return site.plan().documents().stream()
          .map(Document::path)
          .filter(path -> path.value().equals(name))
          .findFirst()
          .orElseGet(() -> site.plan().addresses().of(name, language));
    }

    private String absolute(List<?> arguments) throws TemplateModelException {
      String base = site.archive().baseUrl();
      Object target = first(arguments);
      SitePath path = target == null ? null : path(target, head().language());
      if (path == null) {
        throw new TemplateModelException(
            "absolute(): "
                + (target instanceof String ? "\"" + target + "\"" : "this")
                + " has no page");
      }
      return base == null ? "" : base + path.address();
    }

    private String asset(List<?> arguments) throws TemplateModelException {
      Object name = first(arguments);
      return site.plan().assets().stream()
          .filter(a -> a.name().equals(name))
          .findFirst()
          .orElseThrow(
              () -> new TemplateModelException("asset(): the theme has no \"" + name + "\""))
          .path()
          .from(head().path());
    }

    private static @Nullable Object first(List<?> arguments) throws TemplateModelException {
      if (arguments.isEmpty()) {
        throw new TemplateModelException("this function takes a value");
      }
      return PageWrapper.unwrap(arguments.get(0));
    }
  }
}
