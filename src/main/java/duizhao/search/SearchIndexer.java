package duizhao.search;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import duizhao.model.Archive;
import duizhao.model.Language;
import duizhao.model.Report;
import duizhao.model.Theme;
import duizhao.plan.Document;
import duizhao.plan.SitePath;
import duizhao.plan.SitePlan;
import duizhao.text.SearchFold;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
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
  static final int FORMAT = 4;

  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  /** Takes the finished files. */
  public interface Sink {
    void write(SitePath path, byte[] content) throws IOException;
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
    MessageDigest digest = sha256();
    digest.update((byte) FORMAT);
    try (Spills spills = new Spills()) {
      Corpus corpus = new Corpus(spills.open());
      Spool pieces = new Spool(spills.open(), digest);
      Spool cards = new Spool(spills.open(), digest);
      DocumentCards maker = new DocumentCards(plan, theme);
      for (Report report : archive.reports()) {
        corpus.nextReport();
        List<SearchText> texts =
            archive.languages().stream().map(l -> SearchText.of(report, l)).toList();
        for (int i = 0; i < texts.size(); i++) {
          Language language = archive.languages().get(i);
          add(texts.get(i), corpus);
          cards.add(bytes(maker.head(report, language, texts.get(i))));
          cards.add(bytes(maker.body(language, texts.get(i), texts)));
        }
      }
      corpus.close();
      cards.flush();
      Units units = new Units(pieces);
      new GramTree(corpus, units).write();
      new StemIndex(corpus, units).write();
      new NameIndex(plan, units).write();
      pieces.flush();
      FacetColumns columns = new FacetColumns(archive);
      List<String> facets = new ArrayList<>(List.of(columns.values()));
      for (int page = 0; page < columns.pageCount(); page++) {
        facets.add(columns.page(page));
      }
      facets.forEach(part -> digest.update(bytes(part)));
      digest.update(bytes(SearchFold.table()));

      Folder folder = new Folder(HexFormat.of().formatHex(digest.digest(), 0, 6), out);
      units.write((number, text) -> folder.write("s" + number, "\"", text, "\""));
      int card = 0;
      for (int number = 0; number < archive.reports().size(); number++) {
        for (Language language : archive.languages()) {
          String name = language.id() + "/" + number;
          folder.write(name, "", cards.read(card++), "");
          folder.write(name + "t", "", cards.read(card++), "");
        }
      }
      folder.write("facets", facets.get(0));
      for (int page = 0; page < columns.pageCount(); page++) {
        folder.write("f" + page, GSON.toJson(facets.get(page + 1)));
      }
      folder.write("fold", GSON.toJson(SearchFold.table()));
      Current current =
          new Current(
              FORMAT,
              folder.name(),
              archive.reports().size(),
              units.shardCount(),
              archive.languages().stream().map(Language::id).toList(),
              untranslated(archive));
      out.write(Document.SEARCH.path(), bytes("duizhao(\"\"," + GSON.toJson(current) + ")\n"));
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Where all files but one go. */
  private record Folder(String name, Sink out) {

    /** Writes a file with data as JSON. */
    void write(String file, String data) throws IOException {
      write(file, data, ByteBuffer.allocate(0), "");
    }

    /** Writes a file whose data is JSON in UTF-8 between two other parts. */
    void write(String file, String before, ByteBuffer data, String after) throws IOException {
      byte[] start = bytes("duizhao(\"" + file + "\"," + before);
      byte[] end = bytes(after + ")\n");
      byte[] all = new byte[start.length + data.remaining() + end.length];
      ByteBuffer.wrap(all).put(start).put(data).put(end);
      out.write(new SitePath("search/" + name + "/" + file + ".js"), all);
    }
  }

  private static void add(SearchText text, Corpus corpus) throws IOException {
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

  private static Map<String, String> untranslated(Archive archive) {
    Map<String, String> untranslated = new TreeMap<>();
    for (Language language : archive.languages()) {
      UnitWriter gaps = new UnitWriter();
      int before = -1;
      for (int number = 0; number < archive.reports().size(); number++) {
        if (archive.reports().get(number).in(language) == null) {
          gaps.number(number - before - 1);
          before = number;
        }
      }
      if (before >= 0) {
        untranslated.put(language.id(), gaps.toString());
      }
    }
    return untranslated;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
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
