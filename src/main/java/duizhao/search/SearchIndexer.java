package duizhao.search;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import duizhao.model.Archive;
import duizhao.model.Language;
import duizhao.model.Report;
import duizhao.model.Theme;
import duizhao.plan.Document;
import duizhao.plan.OutputFile;
import duizhao.plan.SitePath;
import duizhao.plan.SitePlan;
import duizhao.text.SearchFold;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the search index: shards of the {@link GramTree}, of stems and of names, a card in two
 * parts for each report and language, and the facets. All of it stands in one folder named for its
 * content, so that browsers may keep every file for ever; a small file beside it names the folder.
 * Text is spilled to temporary files, so that memory does not grow with the archive.
 */
public final class SearchIndexer {

  /** Version of the format that {@code src/docs/search-index.md} describes. */
  static final int FORMAT = 3;

  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  /** Takes the finished files. */
  public interface Sink {
    void write(OutputFile file) throws IOException;
  }

  /**
   * What a client reads first.
   *
   * @param v version of the format
   * @param f folder of everything else
   * @param n how many reports
   * @param s how many shards
   * @param l languages
   * @param u by language, the reports that have no text in it: gaps between their numbers
   */
  private record Current(int v, String f, int n, int s, List<String> l, Map<String, String> u) {}

  private SearchIndexer() {}

  /**
   * Writes the index of a plan's reports; they are numbered in the order of the archive, newest
   * first.
   */
  public static void write(SitePlan plan, Theme theme, Sink out) throws IOException {
    Archive archive = plan.archive();
    try (Spills spills = new Spills()) {
      Corpus corpus = corpus(archive, spills.open());
      Spool pieces = new Spool(spills.open());
      Units units = new Units(pieces);
      new GramTree(corpus, units).write();
      new StemIndex(corpus, units).write();
      new NameIndex(plan, units).write();
      Spool cards = new Spool(spills.open());
      DocumentCards maker = new DocumentCards(plan, theme);
      for (Language language : archive.languages()) {
        for (Report report : archive.reports()) {
          cards.add(maker.head(report, language));
          cards.add(maker.body(report, language));
        }
      }
      FacetColumns columns = new FacetColumns(archive);
      List<String> facets = new ArrayList<>(List.of(columns.values()));
      for (int page = 0; page < columns.pageCount(); page++) {
        facets.add(columns.page(page));
      }

      String folder = folder(pieces, cards, facets);
      units.write((number, text) -> out.write(text(folder, "s" + number, text)));
      int card = 0;
      for (Language language : archive.languages()) {
        for (int number = 0; number < archive.reports().size(); number++) {
          String head = language.id() + "/" + number;
          String body = head + "t";
          out.write(file(folder, head, "\"" + head + "\"," + cards.get(card++)));
          out.write(file(folder, body, "\"" + body + "\"," + cards.get(card++)));
        }
      }
      out.write(file(folder, "facets", "\"facets\"," + facets.get(0)));
      for (int page = 0; page < columns.pageCount(); page++) {
        out.write(text(folder, "f" + page, facets.get(page + 1)));
      }
      out.write(text(folder, "fold", SearchFold.table()));
      Current current =
          new Current(
              FORMAT,
              folder,
              archive.reports().size(),
              units.shardCount(),
              archive.languages().stream().map(Language::id).toList(),
              untranslated(archive));
      out.write(
          new OutputFile(Document.SEARCH.path(), "duizhao(\"\"," + GSON.toJson(current) + ")\n"));
    }
  }

  private static Corpus corpus(Archive archive, FileChannel file) throws IOException {
    Corpus corpus = new Corpus(file);
    for (Report report : archive.reports()) {
      corpus.nextReport();
      for (Language language : archive.languages()) {
        SearchText text = SearchText.of(report, language);
        if (text.title() != null) {
          corpus.add(Field.TITLE, text.title());
        }
        if (text.summary() != null) {
          corpus.add(Field.SUMMARY, text.summary());
        }
        for (String name : text.names()) {
          corpus.add(Field.NAMES, name);
        }
        for (String caption : text.captions()) {
          corpus.add(Field.TEXT, caption);
        }
        for (String block : text.blocks()) {
          corpus.add(Field.TEXT, block);
        }
      }
    }
    corpus.close();
    return corpus;
  }

  private static Map<String, String> untranslated(Archive archive) {
    Map<String, String> untranslated = new TreeMap<>();
    for (Language language : archive.languages()) {
      StringBuilder gaps = new StringBuilder();
      int before = -1;
      for (int number = 0; number < archive.reports().size(); number++) {
        if (archive.reports().get(number).in(language) == null) {
          Codec.number(number - before - 1, gaps);
          before = number;
        }
      }
      if (before >= 0) {
        untranslated.put(language.id(), gaps.toString());
      }
    }
    return untranslated;
  }

  private static OutputFile text(String folder, String name, String text) {
    return file(folder, name, "\"" + name + "\"," + GSON.toJson(text));
  }

  private static OutputFile file(String folder, String name, String arguments) {
    return new OutputFile(
        new SitePath("search/" + folder + "/" + name + ".js"), "duizhao(" + arguments + ")\n");
  }

  /** The folder's name: a hash of everything in it. */
  private static String folder(Spool units, Spool cards, List<String> facets) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((byte) FORMAT);
      digest.update(units.digest());
      digest.update(cards.digest());
      for (String part : facets) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
      }
      digest.update(SearchFold.table().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(), 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has SHA-256
    }
  }

  /** Temporary files that go when the work ends. */
  private static final class Spills implements Closeable {

    private final List<FileChannel> open = new ArrayList<>();

    FileChannel open() throws IOException {
      Path path = Files.createTempFile("duizhao-search", ".spill");
      FileChannel channel =
          FileChannel.open(
              path,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
      open.add(channel);
      return channel;
    }

    @Override
    public void close() throws IOException {
      for (FileChannel channel : open) {
        channel.close();
      }
    }
  }
}
