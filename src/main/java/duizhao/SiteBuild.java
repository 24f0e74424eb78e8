package duizhao;

import duizhao.cache.LastBuild;
import duizhao.check.ArchiveChecker;
import duizhao.diagnostic.Code;
import duizhao.diagnostic.Diagnostic;
import duizhao.diagnostic.Diagnostics;
import duizhao.diagnostic.Location;
import duizhao.diagnostic.Nearest;
import duizhao.diagnostic.Severity;
import duizhao.edit.ContentFile;
import duizhao.edit.Corrections;
import duizhao.export.Exporter;
import duizhao.model.Archive;
import duizhao.model.Language;
import duizhao.model.Ledger;
import duizhao.model.Limits;
import duizhao.model.Picture;
import duizhao.model.Theme;
import duizhao.plan.CitationFormat;
import duizhao.plan.OutputFile;
import duizhao.plan.Page;
import duizhao.plan.SitePath;
import duizhao.plan.SitePlan;
import duizhao.plan.SitePlanner;
import duizhao.publish.SitePublisher;
import duizhao.read.ContentReader;
import duizhao.read.Memory;
import duizhao.read.SourceLines;
import duizhao.read.ThemeReader;
import duizhao.render.PageRenderer;
import duizhao.search.SearchIndexer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * From content and a theme to a site: read, check, plan, render, publish. Everything that is wrong
 * is told in {@link Result#diagnostics}; exceptions mean a machine that cannot read or write.
 */
public final class SiteBuild {

  /**
   * What to build.
   *
   * @param content folder with {@code archive.yaml}
   * @param themes folder with one folder a theme; need not exist for the built-in theme
   * @param output folder to publish
   * @param theme takes the place of the theme that the archive names; null for that one
   * @param baseUrl takes the place of the archive's, ending in {@code /}; null for that one
   * @param languages ids of those to publish; empty for all
   * @param strict whether warnings stop publishing
   * @param sources whether content and theme are published too
   * @param dated when published files say that they were changed; null for when they were
   */
  public record Request(
      Path content,
      Path themes,
      Path output,
      @Nullable String theme,
      @Nullable String baseUrl,
      List<String> languages,
      boolean strict,
      boolean sources,
      Limits limits,
      @Nullable Instant dated) {

    /** Without sources, within the usual limits. */
    public Request(
        Path content,
        Path themes,
        Path output,
        @Nullable String theme,
        @Nullable String baseUrl,
        List<String> languages,
        boolean strict) {
      this(content, themes, output, theme, baseUrl, languages, strict, false, Limits.DEFAULT, null);
    }
  }

  /**
   * How it went.
   *
   * @param diagnostics sorted by file, line and column
   * @param plan what the site holds; null when errors kept it from being planned
   * @param published whether the site was written
   * @param files how many files were written
   * @param bytes how much was written
   * @param ledger the addresses that were published before
   * @param unchanged the build that the site is from, where nothing has changed since and nothing
   *     was done; null for all others
   */
  public record Result(
      List<Diagnostic> diagnostics,
      @Nullable SitePlan plan,
      boolean published,
      int files,
      long bytes,
      Ledger ledger,
      LastBuild.@Nullable Outcome unchanged) {

    /** How many diagnostics are this severe. */
    public long count(Severity severity) {
      return diagnostics.stream().filter(d -> d.severity() == severity).count();
    }
  }

  /** Is told how far the work is; called from several threads. */
  public interface Progress {

    /** Nobody wants to know. */
    Progress NONE =
        new Progress() {
          @Override
          public void begin(String stage, int steps) {}

          @Override
          public void step() {}
        };

    /**
     * A stage begins.
     *
     * @param steps how often {@link #step} will be called; 0 when that is not known
     */
    void begin(String stage, int steps);

    /** One step of the stage is done. */
    void step();
  }

  private static final int CITATIONS = CitationFormat.values().length;

  /** A correction may make room for another, such as of a mark beside it. */
  private static final int MOST_ROUNDS = 8;

  private final Request request;
  private final Progress progress;
  private final @Nullable Memory memory;
  private final Diagnostics diagnostics = new Diagnostics();
  private Ledger ledger = Ledger.EMPTY;

  /** Is to remember what is published; null where nothing will be. */
  private @Nullable LastBuild last;

  /** To be checked, where there is no archive to speak of. */
  private @Nullable Archive guess;

  private SiteBuild(Request request, Progress progress, @Nullable Memory memory) {
    this.request = request;
    this.progress = progress;
    this.memory = memory;
  }

  /** Reads and checks everything, templates included, and publishes nothing. */
  public static Result check(Request request, Progress progress) throws IOException {
    return new SiteBuild(request, progress, null).run(false);
  }

  /**
   * Builds the site and puts it in place, unless there are errors: then the old site stays as it
   * is.
   */
  public static Result build(Request request, Progress progress) throws IOException {
    return new SiteBuild(request, progress, null).run(true);
  }

  /**
   * The same, unless the site is already what would come of it: then nothing is done.
   *
   * @param cache the folder where it is remembered what was built; it may be deleted at any time
   * @param fresh whether to build even so
   */
  public static Result build(Request request, Path cache, boolean fresh, Progress progress)
      throws IOException {
    LastBuild last =
        LastBuild.of(
            cache, request.output(), request.toString(), request.content(), request.themes());
    LastBuild.Outcome unchanged = fresh ? null : last.outcome();
    if (unchanged != null) {
      return new Result(unchanged.diagnostics(), null, false, 0, 0, Ledger.EMPTY, unchanged);
    }
    SiteBuild build = new SiteBuild(request, progress, null);
    build.last = last;
    return build.run(true);
  }

  /**
   * Reads and plans, and makes the files of the site as they are asked for; nothing is written.
   * Warnings stop nothing.
   */
  public static SitePreview preview(Request request) {
    return preview(request, new Memory(), null);
  }

  /**
   * @param memory of what was read before
   * @param before whose templates are taken where they are still the theme's
   */
  static SitePreview preview(Request request, Memory memory, @Nullable PageRenderer before) {
    SiteBuild build = new SiteBuild(request, Progress.NONE, memory);
    Archive archive = build.read();
    Theme theme = archive == null ? null : build.theme(archive);
    Planned planned = null;
    Archive checked = archive == null ? build.guess : archive;
    if (checked != null) {
      ArchiveChecker.sound(checked, build.diagnostics);
    }
    if (archive != null && theme != null) {
      planned = build.plan(archive, theme, before);
    }
    return new SitePreview(
        request,
        memory,
        checked,
        build.diagnostics,
        planned == null || build.diagnostics.hasErrors() ? null : planned,
        planned == null || planned.renderer() == null ? before : planned.renderer(),
        build::source);
  }

  /**
   * Content that was read and checked, as far as it could be.
   *
   * @param content the folder
   * @param archive null where there is none to speak of
   * @param diagnostics sorted by file, line and column
   */
  public record Proof(Path content, @Nullable Archive archive, List<Diagnostic> diagnostics) {

    /** The bytes of a picture; null where they cannot be read any more. */
    public byte @Nullable [] picture(Picture picture) {
      String at = picture.at().file().substring(name(content).length() + 1);
      try {
        return Files.readAllBytes(content.resolve(at).resolveSibling(picture.file()));
      } catch (IOException e) {
        return null;
      }
    }
  }

  /** Reads and checks content, without a theme; errors do not end it. */
  public static Proof proofread(Path content) {
    Diagnostics diagnostics = new Diagnostics();
    ContentReader reader = new ContentReader(content, ContentReader.called(content), diagnostics);
    Archive archive = reader.read();
    Archive checked = archive == null ? reader.guess() : archive;
    if (checked != null) {
      ArchiveChecker.check(checked, diagnostics);
    }
    return new Proof(content, archive, diagnostics.sorted());
  }

  /**
   * A site that can be made.
   *
   * @param renderer null where the theme's templates cannot be read
   */
  record Planned(SitePlan plan, Theme theme, @Nullable PageRenderer renderer) {}

  /**
   * Makes every correction that is certain, in files that hold no error, and tells which.
   *
   * @return what was corrected, by file, line and column as they were; a correction that gave rise
   *     to another follows it
   */
  public static List<Diagnostic> fix(Request request) throws IOException {
    List<Diagnostic> fixed = new ArrayList<>();
    int before = -1;
    for (int round = 0; round < MOST_ROUNDS && fixed.size() > before; round++) {
      before = fixed.size();
      fixed.addAll(new SiteBuild(request, Progress.NONE, null).correct());
    }
    return fixed;
  }

  private List<Diagnostic> correct() throws IOException {
    Archive archive = read();
    if (archive == null) {
      return List.of();
    }
    ArchiveChecker.waive(archive, diagnostics);
    Map<String, List<Diagnostic>> files = new LinkedHashMap<>();
    for (Diagnostic diagnostic : diagnostics.sorted()) {
      files.computeIfAbsent(diagnostic.at().file(), file -> new ArrayList<>()).add(diagnostic);
    }
    List<Diagnostic> made = new ArrayList<>();
    for (Map.Entry<String, List<Diagnostic>> file : files.entrySet()) {
      List<Diagnostic> found = file.getValue();
      boolean sound = found.stream().noneMatch(d -> d.severity() == Severity.ERROR);
      if (sound && found.stream().anyMatch(d -> d.fix() != null)) {
        made.addAll(Corrections.make(ContentFile.read(source(file.getKey())), found));
      }
    }
    return made;
  }

  private Result run(boolean publish) throws IOException {
    Planned planned = plan();
    SitePlan plan = planned == null ? null : planned.plan();
    PageRenderer renderer = planned == null ? null : planned.renderer();
    if (planned == null || plan == null || renderer == null || stopped()) {
      return unpublished(plan);
    }
    return publish ? publish(plan, planned.theme(), renderer) : dryRun(plan, renderer);
  }

  /** Null where there is nothing to plan, or errors in what there is. */
  private @Nullable Planned plan() {
    progress.begin("read", 0);
    Archive archive = read();
    Theme theme = archive == null ? null : theme(archive);
    Archive checked = archive == null ? guess : archive;
    if (checked != null) {
      progress.begin("check", 0);
      ArchiveChecker.check(checked, diagnostics);
    }
    return archive == null || theme == null ? null : plan(archive, theme, null);
  }

  /** Null where there are errors already. */
  private @Nullable Planned plan(Archive archive, Theme theme, @Nullable PageRenderer before) {
    if (diagnostics.hasErrors()) {
      PageRenderer.parse(theme, diagnostics);
      return null;
    }
    progress.begin("plan", 0);
    SitePlan plan = SitePlanner.plan(archive, theme, ledger, diagnostics);
    if (request.sources()) {
      plan = plan.withSources(sources(archive, theme));
    }
    PageRenderer renderer = PageRenderer.of(plan, theme, diagnostics, before);
    return new Planned(plan, theme, renderer == null ? null : renderer.with(request.limits()));
  }

  private @Nullable Archive read() {
    ContentReader reader =
        new ContentReader(
            request.content(), name(request.content()), diagnostics, memory, request.limits());
    Archive archive = reader.read();
    guess = reader.guess();
    if (archive != null && request.languages().isEmpty()) {
      ledger = reader.ledger(); // some languages alone lose nothing
    }
    return archive == null ? null : asRequested(archive);
  }

  private Archive asRequested(Archive archive) {
    List<String> known = archive.languages().stream().map(Language::id).toList();
    for (String language : request.languages()) {
      if (!known.contains(language)) {
        diagnostics.add(
            Code.UNKNOWN_LANGUAGE,
            Location.of(archive.at().file()),
            "the archive has no language \"" + language + "\", which --lang asks for",
            Nearest.didYouMean(language, known) + "It has " + String.join(", ", known));
      }
    }
    List<Language> languages =
        archive.languages().stream()
            .filter(l -> request.languages().isEmpty() || request.languages().contains(l.id()))
            .toList();
    return archive.with(
        languages,
        request.baseUrl() != null ? request.baseUrl() : archive.baseUrl(),
        request.theme() != null ? request.theme() : archive.theme());
  }

  private @Nullable Theme theme(Archive archive) {
    return archive.languages().isEmpty()
        ? null
        : new ThemeReader(
                request.themes(),
                name(request.themes()),
                archive.languages(),
                diagnostics,
                memory,
                request.limits())
            .read(archive.theme(), Location.of(archive.at().file()));
  }

  private void remember(SitePlan plan, List<Diagnostic> found, SitePublisher publisher) {
    if (last == null) {
      return;
    }
    List<String> languages = plan.archive().languages().stream().map(Language::id).toList();
    try {
      last.keep(
          new LastBuild.Outcome(
              found,
              plan.archive().reports().size(),
              plan.pages().size(),
              languages,
              publisher.files(),
              publisher.bytes()));
    } catch (IOException e) {
      // the site stands; the next build has to do all its work, and no more
    }
  }

  /**
   * Renders pages, so that faults in templates are told, and keeps none: a sample; where that shows
   * a fault, all of them.
   */
  private Result dryRun(SitePlan plan, PageRenderer renderer) {
    if (!rendersAll(renderer.sample(), renderer)) {
      rendersAll(plan.pages(), renderer);
    }
    return unpublished(plan);
  }

  private boolean rendersAll(Collection<Page> pages, PageRenderer renderer) {
    progress.begin("render", pages.size());
    return pages.parallelStream()
            .filter(
                page -> {
                  boolean fine = renderer.render(page) != null;
                  progress.step();
                  return fine;
                })
            .count()
        == pages.size();
  }

  private Result publish(SitePlan plan, Theme theme, PageRenderer renderer) throws IOException {
    try (SitePublisher publisher = SitePublisher.open(request.output())) {
      progress.begin(
          "export",
          plan.feeds().size()
              + plan.documents().size()
              + CITATIONS * plan.archive().reports().size());
      PageRenderer measured = renderer.with(Exporter.export(plan, target(publisher))::get);
      progress.begin("render", plan.pages().size());
      plan.pages().parallelStream().forEach(page -> render(page, measured, publisher));
      if (stopped()) {
        return unpublished(plan);
      }
      progress.begin("index", 0);
      SearchIndexer.write(plan, theme, publisher::write);
      progress.begin("copy", plan.assets().size() + plan.copies().size());
      for (SitePlan.AssetFile asset : plan.assets()) {
        publisher.write(asset.path(), asset.bytes().toArray());
        progress.step();
      }
      for (SitePlan.MediaCopy copy : plan.copies()) {
        publisher.write(copy.path(), Files.readAllBytes(source(copy.source())));
        progress.step();
      }
      progress.begin("publish", 0);
      if (request.dated() != null) {
        publisher.date(request.dated());
      }
      publisher.publish();
      List<Diagnostic> found = diagnostics.sorted();
      remember(plan, found, publisher);
      return new Result(found, plan, true, publisher.files(), publisher.bytes(), ledger, null);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private Exporter.Target target(SitePublisher publisher) {
    return new Exporter.Target() {
      @Override
      public void write(OutputFile file) {
        SiteBuild.this.write(file, publisher);
      }

      @Override
      public OutputStream open(SitePath path) throws IOException {
        progress.step();
        return publisher.open(path);
      }
    };
  }

  private void render(Page page, PageRenderer renderer, SitePublisher publisher) {
    OutputFile file = renderer.render(page);
    if (file != null) {
      write(file, publisher);
    }
  }

  private void write(OutputFile file, SitePublisher publisher) {
    try {
      publisher.write(file);
      progress.step();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The files that the site is made from: of the archive without its drafts, and of its theme where
   * that is not the one that is built in.
   */
  private List<SitePlan.MediaCopy> sources(Archive archive, Theme theme) {
    Set<String> drafts =
        archive.drafts().stream()
            .map(draft -> draft.at().file())
            .map(file -> file.replaceFirst("(/)[^/]*\\.yaml$|(\\.)[^/.]+\\.[^/.]+$", "$1$2"))
            .collect(Collectors.toSet());
    Set<String> themes =
        Stream.concat(
                theme.templates().values().stream().map(template -> template.at().file()),
                theme.words().values().stream()
                    .flatMap(words -> words.values().stream())
                    .map(word -> word.at().file()))
            .map(file -> file.substring(name(request.themes()).length() + 1))
            .map(file -> file.substring(0, file.indexOf('/')))
            .collect(Collectors.toSet());
    themes.add(theme.name());
    List<SitePlan.MediaCopy> sources = new ArrayList<>();
    for (String file : below(request.content())) {
      String called = name(request.content()) + "/" + file;
      if (ContentReader.knows(file.replaceFirst("/.*", "")) || file.matches("[^/]*\\.md")) {
        if (drafts.stream().noneMatch(called::startsWith)) {
          sources.add(source("content/" + file, called));
        }
      }
    }
    for (String file : below(request.themes())) {
      if (themes.contains(file.replaceFirst("/.*", ""))) {
        sources.add(source("themes/" + file, name(request.themes()) + "/" + file));
      }
    }
    return sources;
  }

  private static SitePlan.MediaCopy source(String path, String called) {
    return new SitePlan.MediaCopy(new SitePath(SitePlan.SOURCES + path), called);
  }

  /** The files below a folder but hidden and backup ones; links are not followed. */
  private static List<String> below(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .filter(file -> !("/" + file).contains("/.") && !(file + "/").contains("~/"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file that diagnostics call by this name. */
  private Path source(String name) {
    String themes = name(request.themes()) + "/";
    if (name.startsWith(themes) && !name.startsWith(name(request.content()) + "/")) {
      return request.themes().resolve(name.substring(themes.length()));
    }
    return request.content().resolve(name.substring(name(request.content()).length() + 1));
  }

  private boolean stopped() {
    return diagnostics.hasErrors() || (request.strict() && !diagnostics.sorted().isEmpty());
  }

  private Result unpublished(@Nullable SitePlan plan) {
    return new Result(diagnostics.sorted(), plan, false, 0, 0, ledger, null);
  }

  /** The lines that diagnostics of a request are about. */
  public static SourceLines lines(Request request) {
    Map<String, Path> roots = new HashMap<>();
    roots.put(name(request.content()), request.content());
    roots.put(name(request.themes()), request.themes());
    return new SourceLines(roots);
  }

  /** How a folder is called in diagnostics: as it was typed. */
  private static String name(Path folder) {
    return ContentReader.called(folder);
  }
}
