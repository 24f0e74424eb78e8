package duizhao.read;

import duizhao.diagnostic.Code;
import duizhao.diagnostic.Diagnostics;
import duizhao.diagnostic.Location;
import duizhao.read.YamlValue.Entries;
import duizhao.read.YamlValue.Entry;
import duizhao.read.YamlValue.Items;
import duizhao.read.YamlValue.Scalar;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads one YAML document as a tree of {@link YamlValue}s. YAML is data here: no types are loaded,
 * and anchors, aliases and tags are refused, so that nothing can expand.
 */
final class YamlReader {

  /** Deepest nesting of lists and maps. */
  private static final int MAX_DEPTH = 50;

  private static final Set<Tag> PLAIN_TAGS =
      Set.of(
          Tag.STR,
          Tag.INT,
          Tag.FLOAT,
          Tag.BOOL,
          Tag.NULL,
          Tag.TIMESTAMP,
          Tag.SEQ,
          Tag.MAP,
          Tag.MERGE,
          new Tag(Tag.PREFIX + "value"));

  private final String file;
  private final int lineOffset;
  private final Diagnostics diagnostics;

  /** The document, as marks count it. */
  private int[] points = {};

  private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private YamlReader(String file, int lineOffset, Diagnostics diagnostics) {
    this.file = file;
    this.lineOffset = lineOffset;
    this.diagnostics = diagnostics;
  }

  /**
   * The document, or null with a diagnostic when there is none.
   *
   * @param lineOffset lines of the file that stand before {@code text}
   */
  static @Nullable YamlValue read(
      String text, String file, int lineOffset, Diagnostics diagnostics) {
    return new YamlReader(file, lineOffset, diagnostics).read(text);
  }

  private @Nullable YamlValue read(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setNestingDepthLimit(MAX_DEPTH);
    options.setMaxAliasesForCollections(Integer.MAX_VALUE); // refused below, each by its place
    options.setTagInspector(tag -> true); // refused below; composing loads no types
    options.setCodePointLimit(Integer.MAX_VALUE); // the file's size was checked
    Node node;
    try {
      node = new Yaml(options).compose(new StringReader(text));
    } catch (MarkedYAMLException e) {
      syntax(e);
      return null;
    } catch (NumberFormatException e) {
      // the parser reads an escape like \UFFFFFFFF as a number before it looks whether it fits
      int at = Math.max(0, text.indexOf("\\U"));
      Location found = SourceFiles.locate(file, text, at);
      diagnostics.add(
          Code.YAML_SYNTAX,
          new Location(file, found.line() + lineOffset, found.column(), 1),
          "this is not valid YAML: \"\\U\" stands before what is no character",
          "write the character itself");
      return null;
    } catch (YAMLException e) {
      boolean deep = String.valueOf(e.getMessage()).contains("Nesting Depth");
      diagnostics.add(
          deep ? Code.NESTING_TOO_DEEP : Code.YAML_SYNTAX,
          Location.of(file),
          deep
              ? "lists and maps are nested deeper than " + MAX_DEPTH + " levels"
              : "this is not valid YAML: " + firstLine(e.getMessage()),
          deep ? "look for stray brackets or hyphens" : null);
      return null;
    }
    if (node == null) {
      diagnostics.add(Code.EMPTY_FILE, Location.of(file), "this file says nothing");
      return null;
    }
    points = text.codePoints().toArray();
    return convert(node);
  }

  private void syntax(MarkedYAMLException e) {
    Mark mark = e.getProblemMark();
    Location at =
        mark == null
            ? Location.of(file)
            : new Location(file, mark.getLine() + 1 + lineOffset, mark.getColumn() + 1, 1);
    String problem = firstLine(e.getProblem() == null ? e.getMessage() : e.getProblem());
    if (problem.startsWith("but found") && e.getContext() != null) {
      problem = firstLine(e.getContext()) + ", " + problem;
    }
    String hint = hint(problem);
    if (problem.contains("(TAB)")) {
      problem = "a tab stands where there can be none";
    }
    diagnostics.add(Code.YAML_SYNTAX, at, "this is not valid YAML: " + problem, hint);
  }

  private static @Nullable String hint(String problem) {
    if (problem.contains("mapping values are not allowed")) {
      return "put quotes around a text that holds a colon followed by a space";
    }
    if (problem.contains("\\t")) {
      return "indent with spaces, not with tabs";
    }
    if (problem.contains("expected <block end>") || problem.contains("expected ',' or")) {
      return "look for a quote, bracket or indentation that does not match, here or just above";
    }
    if (problem.contains("but found another document")) {
      return "only one document is read; delete the line \"---\"";
    }
    return null;
  }

  private static String firstLine(@Nullable String message) {
    return message == null
        ? "unreadable"
        : message.lines().findFirst().orElse("unreadable").strip();
  }

  private @Nullable YamlValue convert(Node node) {
    Location at = at(node);
    boolean first = seen.add(node);
    if (!first || node.getAnchor() != null) {
      diagnostics.add(
          Code.YAML_ALIAS,
          at,
          node.getAnchor() == null
              ? "anchors and aliases are not read"
              : "the anchor \"&" + node.getAnchor() + "\" is not read",
          "write the value out where it is needed");
      if (!first) {
        return null;
      }
    }
    if (!PLAIN_TAGS.contains(node.getTag())) {
      diagnostics.add(
          Code.YAML_TAG,
          at,
          "the tag \"" + node.getTag().getValue().replace(Tag.PREFIX, "!!") + "\" is not read",
          "delete the tag; values need no types here");
    }
    if (node instanceof ScalarNode scalar) {
      boolean nothing = scalar.isPlain() && Tag.NULL.equals(scalar.getTag());
      String text = text(scalar);
      int control = SourceFiles.control(text);
      if (control >= 0) {
        diagnostics.add(
            Code.CONTROL_CHARACTER,
            at,
            String.format(
                Locale.ROOT,
                "this text holds the character U+%04X, which has no place in a text",
                (int) text.charAt(control)),
            "delete it");
        text = "?";
      }
      int start = scalar.getStartMark().getIndex();
      int end = Math.min(scalar.getEndMark().getIndex(), points.length);
      return new Scalar(at, text, nothing, new String(points, start, Math.max(0, end - start)));
    }
    if (node instanceof SequenceNode sequence) {
      List<YamlValue> items = new ArrayList<>();
      for (Node item : sequence.getValue()) {
        YamlValue value = convert(item);
        if (value != null) {
          items.add(value);
        }
      }
      return new Items(at, items);
    }
    return entries(at, (MappingNode) node);
  }

  private Entries entries(Location at, MappingNode mapping) {
    List<Entry> entries = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (NodeTuple tuple : mapping.getValue()) {
      YamlValue key = convert(tuple.getKeyNode());
      YamlValue value = convert(tuple.getValueNode());
      if (key != null && !(key instanceof Scalar)) {
        diagnostics.add(Code.WRONG_TYPE, key.at(), "a field's name is " + key.called());
      } else if (key instanceof Scalar name && !keys.add(name.text())) {
        diagnostics.add(
            Code.DUPLICATE_KEY,
            name.at(),
            "the field \"" + name.text() + "\" stands here a second time",
            "keep one of the two");
      } else if (key instanceof Scalar name && value != null) {
        entries.add(new Entry(name, value));
      }
    }
    return new Entries(at, entries);
  }

  /**
   * Folding turns a line break between two Chinese characters into a space that nobody typed: it
   * goes.
   */
  private static String text(ScalarNode scalar) {
    String text = scalar.getValue();
    boolean folded =
        scalar.getEndMark().getLine() > scalar.getStartMark().getLine()
            && scalar.getScalarStyle() != org.yaml.snakeyaml.DumperOptions.ScalarStyle.LITERAL;
    return folded ? HAN_SPACE.matcher(text).replaceAll("") : text;
  }

  private static final java.util.regex.Pattern HAN_SPACE =
      java.util.regex.Pattern.compile(
          "(?<=[\\p{IsHan}\\u3000-\\u303F\\uFF00-\\uFFEF“”‘’]) (?=[\\p{IsHan}\\u3000-\\u303F\\uFF00-\\uFFEF“”‘’])");

  private Location at(Node node) {
    Mark start = node.getStartMark();
    Mark end = node.getEndMark();
    int length =
        node instanceof ScalarNode && end.getLine() == start.getLine()
            ? Math.max(1, end.getColumn() - start.getColumn())
            : 1;
    return new Location(file, start.getLine() + 1 + lineOffset, start.getColumn() + 1, length);
  }
}
