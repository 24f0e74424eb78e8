package duizhao.search;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import duizhao.text.SearchFold;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The index of a published site: keyed pieces, cards and facets, each file read once. It does what
 * {@code client/index.js} does in the browser.
 */
final class IndexReader {

  private static final Gson GSON = new Gson();

  /** So many candidates are read at once. */
  private static final int FEW = 4;

  private static final String REBUILD = "build the site first: duizhao build";

  /** Where the rest of the index is, and what it holds. */
  private record Current(
      int v,
      @Nullable String f,
      int n,
      int s,
      @Nullable List<String> l,
      @Nullable Map<String, String> u) {}

  /** A node of the tree and what hangs on it. */
  private record Node(String label, Found list, int kind, Map<Character, Node> children) {

    boolean ends() {
      return kind != GramTree.INSIDE && !isOutside();
    }

    boolean isOutside() {
      return kind == GramTree.OUTSIDE || kind == GramTree.OUTSIDE_BRIEF;
    }

    /** The child that a character leads to, by itself or in a pool. */
    @Nullable Node child(char c) {
      Node child = children.get(c);
      if (child == null) {
        for (Map.Entry<Character, Node> entry : children.entrySet()) {
          if (entry.getValue().kind() == GramTree.POOLED && entry.getKey() < c) {
            child = entry.getValue();
          }
        }
      }
      return child;
    }
  }

  /**
   * Reports that hold a path.
   *
   * @param open whether these are candidates, whose text decides
   */
  record Walk(Found list, boolean open) {
    static final Walk NOTHING = new Walk(Found.NOTHING, false);
  }

  /** A stem, how many reports hold it, and its commonest form. */
  record Stem(String stem, int count, String form) {}

  /** A name as {@link NameIndex} writes it: kind, labels by language, and other names. */
  record Name(String k, Map<String, String> l, @Nullable List<String> o) {

    /** All that it is called. */
    List<String> forms() {
      List<String> forms = new ArrayList<>(l.values());
      if (o != null) {
        forms.addAll(o);
      }
      return forms;
    }
  }

  private record Form(String f, int n) {}

  private record Names(int d, List<Form> f, List<Name> n) {}

  /** A value of a facet as {@link FacetColumns} writes it. */
  record Value(String i, int u, Map<String, String> l) {}

  /** The values of every facet. */
  record Values(List<Value> region, List<Value> programme, List<Value> newspaper) {}

  /** What one report can be filtered by: its years, and numbers of values. */
  record Row(
      List<Integer> years,
      List<Integer> regions,
      List<Integer> programmes,
      List<Integer> newspapers) {}

  private final Path folder;
  private final int shards;
  private final int documents;
  private final List<String> languages;
  private final Map<String, String> untranslated;

  private final Map<Integer, Map<String, String>> read = new HashMap<>();
  private final Map<String, Card> cards = new HashMap<>();
  private final Map<Integer, List<Row>> pages = new HashMap<>();

  private IndexReader(
      Path folder,
      int shards,
      int documents,
      List<String> languages,
      Map<String, String> untranslated) {
    this.folder = folder;
    this.shards = shards;
    this.documents = documents;
    this.languages = languages;
    this.untranslated = untranslated;
  }

  /** The index of a site. */
  static IndexReader open(Path site) throws IOException {
    Path first = site.resolve("search").resolve("index.js");
    if (!Files.exists(first)) {
      throw new SearchIndexException("there is no search index in " + site, REBUILD, null);
    }
    Current current = json(first, "", Current.class);
    if (current.v() != SearchIndexer.FORMAT) {
      throw new SearchIndexException(
          "the search index in " + site + " is of another version of duizhao", REBUILD, null);
    }
    String folder = current.f();
    List<String> languages = current.l();
    // Names of files are made of these.
    if (folder == null
        || !folder.matches("[0-9a-f]+")
        || current.s() < 1
        || current.n() < 0
        || languages == null
        || languages.isEmpty()
        || !languages.stream().allMatch(l -> l != null && l.matches("[A-Za-z0-9-]+"))) {
      throw damaged(first, null);
    }
    return new IndexReader(
        site.resolve("search").resolve(folder),
        current.s(),
        current.n(),
        languages,
        current.u() == null ? Map.of() : current.u());
  }

  /** How many reports there are. */
  int documents() {
    return documents;
  }

  /** Ids, the archive's first language first. */
  List<String> languages() {
    return languages;
  }

  private static SearchIndexException damaged(Path file, @Nullable Throwable cause) {
    return new SearchIndexException("the search index is damaged: " + file, REBUILD, cause);
  }

  SearchIndexException damaged(RuntimeException cause) {
    return damaged(folder, cause);
  }

  /** What a file holds, without the call around it. */
  private static <T> T json(Path file, String name, Class<T> type) throws IOException {
    try {
      String text = Files.readString(file);
      String before = "duizhao(\"" + name + "\",";
      String after = ")\n";
      if (!text.startsWith(before) || !text.endsWith(after)) {
        throw damaged(file, null);
      }
      T data = GSON.fromJson(text.substring(before.length(), text.length() - after.length()), type);
      if (data == null) {
        throw damaged(file, null);
      }
      return data;
    } catch (JsonParseException | CharacterCodingException | NoSuchFileException e) {
      throw damaged(file, e);
    }
  }

  private <T> T load(String file, Class<T> type) throws IOException {
    return json(folder.resolve(file + ".js"), file, type);
  }

  /** The text of the piece with a key; null where there is none. */
  private @Nullable String unit(String key) throws IOException {
    if (key.isEmpty()) {
      return null;
    }
    int shard = Integer.remainderUnsigned(Units.hash(key), shards);
    Map<String, String> units = read.get(shard);
    if (units == null) {
      units = new HashMap<>();
      UnitReader reader = new UnitReader(load("s" + shard, String.class));
      while (!reader.ended()) {
        String unit = reader.text();
        units.put(unit, reader.text());
      }
      read.put(shard, units);
    }
    return units.get(key);
  }

  private @Nullable Node node(String key) throws IOException {
    String text = unit(key);
    return text == null ? null : node(new UnitReader(text));
  }

  private static Node node(UnitReader reader) {
    int head = reader.number();
    int kind = head % GramTree.KINDS;
    int count = head / GramTree.KINDS;
    boolean leaf = kind == GramTree.BRIEF || kind == GramTree.POOLED;
    String label = leaf ? "" : reader.text();
    Map<Character, Node> children = new LinkedHashMap<>();
    if (kind == GramTree.INSIDE) {
      for (int i = 0; i < count; i++) {
        char first = reader.character();
        children.put(first, node(reader));
      }
      Found list = Found.sum(children.values().stream().map(Node::list).toList());
      return new Node(label, list, kind, children);
    }
    Found list = new Found(new ArrayList<>(), new ArrayList<>());
    int document = -1;
    boolean brief = leaf || kind == GramTree.OUTSIDE_BRIEF;
    for (int i = 0; i < count; i++) {
      int value = reader.number();
      document += (brief ? value / Postings.BRIEF_MARKS : value >> 4) + 1;
      list.add(document, brief ? Postings.mark(value % Postings.BRIEF_MARKS) : value & 15);
    }
    return new Node(label, list, kind, children);
  }

  /**
   * The reports that hold a run of characters, as {@link #follow} finds them. Of more than a few
   * candidates only those are left that may hold what follows the first word or character, too.
   */
  Walk walk(String path, boolean whole) throws IOException {
    Walk found = follow(path, whole);
    Walk next = found;
    String rest = path;
    while (next.open() && found.list().size() > FEW) {
      rest = rest(rest, whole);
      if (rest.isEmpty()) {
        break;
      }
      next = follow(rest, whole);
      found = new Walk(found.list().among(Set.copyOf(next.list().documents())), true);
    }
    return found;
  }

  /**
   * Where the next path begins that a run of characters holds; empty if it is too short to tell.
   */
  private static String rest(String path, boolean whole) {
    int space = path.lastIndexOf(' ');
    if (whole) {
      return space < 0 ? "" : path.substring(path.indexOf(' ') + 1);
    }
    for (int i = Math.max(1, space + 1); i + 2 < path.length(); i++) {
      if (SearchFold.isHan(path.codePointAt(i))) {
        return path.substring(i);
      }
    }
    return "";
  }

  /**
   * The reports that hold a run of characters, by one path of the tree.
   *
   * @param path folded
   * @param whole whether its last word has to end there
   */
  Walk follow(String path, boolean whole) throws IOException {
    if (whole && path.length() == 1) {
      return outside(path);
    }
    int at = Math.min(path.length(), 2);
    Node here = node(path.substring(0, at));
    while (here != null) {
      String rest = path.substring(at);
      String label = here.label();
      if (rest.length() <= label.length()) {
        if (!label.startsWith(rest)) {
          break;
        }
        if (!whole) {
          return new Walk(here.list(), false);
        }
        if (rest.length() < label.length()) {
          return wordEnds(label.charAt(rest.length()))
              ? new Walk(here.list(), false)
              : Walk.NOTHING;
        }
        return ends(path, here);
      }
      if (!rest.startsWith(label)) {
        break;
      }
      if (here.ends()) {
        return new Walk(here.list(), true);
      }
      at += label.length() + 1;
      here = here.isOutside() ? node(path.substring(0, at)) : here.child(path.charAt(at - 1));
      if (here != null && here.kind() == GramTree.POOLED) {
        return new Walk(here.list(), true);
      }
    }
    return Walk.NOTHING;
  }

  /** Those of a node after which the word ends. */
  private Walk ends(String path, Node here) throws IOException {
    if (here.ends()) {
      return new Walk(here.list(), true);
    }
    if (here.isOutside()) {
      return outside(path);
    }
    List<Found> lists = new ArrayList<>();
    here.children()
        .forEach(
            (first, child) -> {
              if (wordEnds(first)) {
                lists.add(child.list());
              }
            });
    return new Walk(Found.union(lists), false);
  }

  /** The same where what follows are pieces of their own. */
  private Walk outside(String path) throws IOException {
    List<Found> lists = new ArrayList<>();
    for (String end : List.of(" ", "\n")) {
      Node next = node(path + end);
      lists.add(next == null ? Found.NOTHING : next.list());
    }
    return new Walk(Found.union(lists), false);
  }

  /** What ends a word: the next word, the end of a text, or Chinese. */
  private static boolean wordEnds(char c) {
    return c == ' ' || c == '\n' || c > '\u2e7f';
  }

  /** The reports that hold a word with this stem. */
  Found stem(String stem) throws IOException {
    Node node = node("\u0002" + stem);
    return node == null ? Found.NOTHING : node.list();
  }

  /** The reports that have no text in a language. */
  Set<Integer> without(String language) {
    Set<Integer> documents = new HashSet<>();
    UnitReader gaps = new UnitReader(untranslated.getOrDefault(language, ""));
    for (int document = -1; !gaps.ended(); ) {
      document += gaps.number() + 1;
      documents.add(document);
    }
    return documents;
  }

  /** Stems that begin with a letter. */
  List<Stem> vocabulary(String start) throws IOException {
    String text = unit("\u0003" + start);
    List<Stem> stems = new ArrayList<>();
    UnitReader reader = new UnitReader(text == null ? "" : text);
    while (!reader.ended()) {
      String stem = start + reader.text();
      stems.add(new Stem(stem, reader.number(), start + reader.text()));
    }
    return stems;
  }

  /** The names of which this is a form: folded, without spaces. */
  List<Name> names(String form) throws IOException {
    if (form.length() < 2) {
      return List.of();
    }
    Names names = read(form);
    return names.f().stream()
        .filter(f -> f.f().equals(form))
        .limit(NameIndex.MOST_NAMES)
        .map(f -> names.n().get(f.n()))
        .toList();
  }

  /** Some names of which a form begins with this, of two characters or more. */
  List<Name> begun(String form) throws IOException {
    Names names = read(form);
    return names.f().stream()
        .filter(f -> f.f().startsWith(form))
        .map(f -> names.n().get(f.n()))
        .distinct()
        .limit(NameIndex.MOST_NAMES)
        .toList();
  }

  private Names read(String form) throws IOException {
    try {
      Names names = new Names(2, List.of(), List.of());
      for (int at = 0; names.d() > at && names.d() <= form.length(); ) {
        at = names.d();
        String text = unit(Units.NAMES + form.substring(0, at));
        names =
            text == null ? new Names(0, List.of(), List.of()) : GSON.fromJson(text, Names.class);
      }
      return names;
    } catch (JsonParseException e) {
      throw damaged(folder, e);
    }
  }

  /** What a result shows. */
  Card card(String language, int document) throws IOException {
    String file = language + "/" + document;
    Card card = cards.get(file);
    if (card == null) {
      card = load(file, Card.Head.class).with(load(file + "t", Card.Body.class));
      cards.put(file, card);
    }
    return card;
  }

  /** The values that reports can be filtered by. */
  Values values() throws IOException {
    return load("facets", Values.class);
  }

  /** What a report can be filtered by. */
  Row row(int document) throws IOException {
    int page = document / FacetColumns.PAGE;
    List<Row> rows = pages.get(page);
    if (rows == null) {
      rows = rows(page);
      pages.put(page, rows);
    }
    return rows.get(document % FacetColumns.PAGE);
  }

  private List<Row> rows(int page) throws IOException {
    int size = Math.min(FacetColumns.PAGE, documents - page * FacetColumns.PAGE);
    UnitReader reader = new UnitReader(load("f" + page, String.class));
    List<List<List<Integer>>> columns = new ArrayList<>();
    for (int column = 0; column < 4; column++) {
      List<List<Integer>> lists = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        lists.add(numbers(reader));
      }
      columns.add(lists);
    }
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      rows.add(
          new Row(
              columns.get(0).get(i),
              columns.get(1).get(i),
              columns.get(2).get(i),
              columns.get(3).get(i)));
    }
    return rows;
  }

  private static List<Integer> numbers(UnitReader reader) {
    List<Integer> numbers = new ArrayList<>();
    for (int count = reader.number(); count > 0; count--) {
      numbers.add(reader.number());
    }
    return numbers;
  }
}
