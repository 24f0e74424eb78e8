package duizhao;

import duizhao.check.ArchiveChecker;
import duizhao.diagnostic.Diagnostic;
import duizhao.diagnostic.Diagnostics;
import duizhao.export.Exporter;
import duizhao.model.Archive;
import duizhao.plan.OutputFile;
import duizhao.plan.Page;
import duizhao.plan.SitePath;
import duizhao.plan.SitePlan;
import duizhao.read.Memory;
import duizhao.render.PageRenderer;
import duizhao.search.SearchIndexer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A site that is never written: a page is rendered when it is asked for, feeds and data files when
 * the first of them is, the search index when the search is. So what an edit costs does not grow
 * with the pages that nobody looks at. Safe for several threads.
 */
public final class SitePreview {

  private static final String INDEX = "search/";

  private final SiteBuild.Request request;
  private final Memory memory;
  private final @Nullable Archive archive;
  private final Diagnostics diagnostics;
  private final SiteBuild.@Nullable Planned site;
  private final @Nullable PageRenderer templates;
  private final Function<String, Path> source;
  private final Map<String, Page> pages = new HashMap<>();
  private final Map<String, byte[]> assets = new HashMap<>();
  private final Map<String, String> pictures = new HashMap<>();
  private List<Diagnostic> sorted = List.of();

  /** How many diagnostics there were when they were sorted. */
  private int count;

  private @Nullable Map<String, byte[]> exported;
  private @Nullable Map<SitePath, Long> sizes;
  private @Nullable Map<String, byte[]> indexed;

  /**
   * @param memory of what was read
   * @param archive null where there is none to speak of
   * @param site null where there is none to show
   * @param templates the last that could be read; null where there were none
   * @param source where the file stands that diagnostics call so
   */
  SitePreview(
      SiteBuild.Request request,
      Memory memory,
      @Nullable Archive archive,
      Diagnostics diagnostics,
      SiteBuild.@Nullable Planned site,
      @Nullable PageRenderer templates,
      Function<String, Path> source) {
    this.request = request;
    this.memory = memory;
    this.archive = archive;
    this.diagnostics = diagnostics;
    this.site = site;
    this.templates = templates;
    this.source = source;
    if (site != null) {
      SitePlan plan = site.plan();
      plan.pages().forEach(p -> pages.put(p.head().path().value(), p));
      plan.assets().forEach(a -> assets.put(a.path().value(), a.bytes().toArray()));
      plan.copies().forEach(c -> pictures.put(c.path().value(), c.source()));
    }
  }

  /**
   * The site as its files are now. Reports and pages are read again only where their files have
   * changed; what comes of it equals a site made from nothing.
   *
   * @param changed files and folders that may have changed though their size and time have not
   */
  public SitePreview after(Collection<Path> changed) {
    memory.doubt(changed);
    return SiteBuild.preview(request, memory, templates);
  }

  /**
   * Adds what no site is kept from being shown for: what proof-reading finds.
   *
   * @param stopped is asked between the rules whether anybody still wants to know
   */
  public void proofread(BooleanSupplier stopped) {
    if (archive != null) {
      ArchiveChecker.proofread(archive, diagnostics, stopped);
      synchronized (diagnostics) {
        count = -1; // some may have been taken away
      }
    }
  }

  /** Whether there is a site to show; if not, {@link #diagnostics} say why. */
  public boolean shows() {
    return site != null && site.renderer() != null;
  }

  /**
   * All that is wrong, as far as it is known, sorted: faults of templates come to light page by
   * page, and proof-reading may not be at its end.
   */
  public List<Diagnostic> diagnostics() {
    synchronized (diagnostics) { // and not this, which may be busy making the search index
      int now = diagnostics.all().size();
      if (now != count) {
        sorted = diagnostics.sorted();
        count = now;
      }
      return sorted;
    }
  }

  /** Whether the site has such a page, even if its template fails. */
  public boolean plans(String path) {
    return pages.containsKey(path);
  }

  /**
   * A file of the site; null where the site has no such file, or its template fails.
   *
   * @param path as {@link SitePath#value} has it, such as {@code zh/index.html}
   * @throws IOException where a picture cannot be read, or the disk is full
   */
  public byte @Nullable [] file(String path) throws IOException {
    PageRenderer renderer = site == null ? null : site.renderer();
    if (site == null || renderer == null) {
      return null;
    }
    Page page = pages.get(path);
    if (page != null) {
      OutputFile made = renderer.with(this::size).render(page);
      return made == null ? null : bytes(made);
    }
    if (assets.containsKey(path)) {
      return assets.get(path);
    }
    String picture = pictures.get(path);
    if (picture != null) {
      return Files.readAllBytes(source.apply(picture));
    }
    return path.startsWith(INDEX) ? index(site).get(path) : exported(site).get(path);
  }

  private synchronized Map<String, byte[]> exported(SiteBuild.Planned made) throws IOException {
    if (exported == null) {
      Map<String, byte[]> files = new ConcurrentHashMap<>(); // citations come from several threads
      sizes = Exporter.export(made.plan(), file -> files.put(file.path().value(), bytes(file)));
      exported = files;
    }
    return exported;
  }

  private synchronized @Nullable Long size(SitePath path) {
    try {
      exported(Objects.requireNonNull(site));
      return Objects.requireNonNull(sizes).get(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized Map<String, byte[]> index(SiteBuild.Planned made) throws IOException {
    if (indexed == null) {
      Map<String, byte[]> files = new HashMap<>();
      SearchIndexer.write(
          made.plan(), made.theme(), (path, content) -> files.put(path.value(), content));
      indexed = files;
    }
    return indexed;
  }

  private static byte[] bytes(OutputFile file) {
    return file.text().getBytes(StandardCharsets.UTF_8);
  }
}
