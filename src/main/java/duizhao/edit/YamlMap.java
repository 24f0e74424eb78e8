package duizhao.edit;

import duizhao.edit.ContentFile.Change;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A map that stands under a field of a YAML text, changed where it stands: lines that no change is
 * about keep their comments and their layout.
 */
public final class YamlMap {

  /** What YAML takes for a text without quotes, in a list with brackets too. */
  private static final Pattern PLAIN =
      Pattern.compile(
          "[\\p{L}0-9][\\p{L}\\p{M}\\p{N}.·’~?%/，。、；：！？-]*( [\\p{L}\\p{N}(][\\p{L}\\p{M}\\p{N}.·’)-]*)*");

  private static final Pattern ANOTHER_TYPE =
      Pattern.compile("(?i)true|false|null|yes|no|on|off|[0-9.]+|[0-9]+e[0-9]+");

  private final String text;
  private final int start;
  private final MappingNode map;

  private YamlMap(String text, int start, MappingNode map) {
    this.text = text;
    this.start = start;
    this.map = map;
  }

  /**
   * Finds a map.
   *
   * @param from where the YAML starts in the text
   * @param to where it ends
   * @return null when the YAML has no such field, or it is no map
   */
  public static @Nullable YamlMap find(String text, int from, int to, String field) {
    YamlMap top = top(text, from, to);
    NodeTuple tuple = top == null ? null : entry(top.map, field);
    return tuple != null && tuple.getValueNode() instanceof MappingNode found
        ? new YamlMap(text, from, found)
        : null;
  }

  /**
   * The map that the whole YAML is.
   *
   * @return null when it is none
   */
  public static @Nullable YamlMap top(String text, int from, int to) {
    try {
      Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text.substring(from, to)));
      return root instanceof MappingNode map ? new YamlMap(text, from, map) : null;
    } catch (YAMLException e) {
      return null;
    }
  }

  /**
   * Finds a map in one of the maps of a list, such as the caption of a picture.
   *
   * @param list the field that holds the list
   * @param key the field that tells which of its maps is meant
   * @return null when there is none
   */
  public static @Nullable YamlMap find(
      String text, int from, int to, String list, String key, String value, String field) {
    YamlMap top = top(text, from, to);
    NodeTuple items = top == null ? null : entry(top.map, list);
    if (items == null || !(items.getValueNode() instanceof SequenceNode sequence)) {
      return null;
    }
    for (Node item : sequence.getValue()) {
      if (item instanceof MappingNode map && value.equals(new YamlMap(text, from, map).get(key))) {
        NodeTuple tuple = entry(map, field);
        return tuple != null && tuple.getValueNode() instanceof MappingNode found
            ? new YamlMap(text, from, found)
            : null;
      }
    }
    return null;
  }

  private static @Nullable NodeTuple entry(MappingNode map, String field) {
    return map.getValue().stream()
        .filter(t -> t.getKeyNode() instanceof ScalarNode key && key.getValue().equals(field))
        .findFirst()
        .orElse(null);
  }

  /** The text of a field; null when it has none. */
  public @Nullable String get(String field) {
    NodeTuple tuple = entry(map, field);
    return tuple != null && tuple.getValueNode() instanceof ScalarNode scalar
        ? scalar.getValue()
        : null;
  }

  /** The texts of a list; empty when there is none. */
  List<String> list(String field) {
    NodeTuple tuple = entry(map, field);
    List<String> list = new ArrayList<>();
    if (tuple != null && tuple.getValueNode() instanceof SequenceNode items) {
      items.getValue().forEach(i -> list.add(i instanceof ScalarNode s ? s.getValue() : ""));
    }
    return list;
  }

  /** What gives fields their values: a text, a list of texts, or null for none. */
  public List<Change> set(Map<String, @Nullable Object> fields) {
    List<Change> changes = new ArrayList<>();
    List<String> added = new ArrayList<>();
    fields.forEach(
        (field, value) -> {
          NodeTuple tuple = entry(map, field);
          if (tuple != null && value == null) {
            changes.add(remove(tuple));
          } else if (tuple != null) {
            replace(tuple.getValueNode(), Objects.requireNonNull(value), changes);
          } else if (value != null) {
            added.add(field + ":" + written(value));
          }
        });
    if (!added.isEmpty()) {
      changes.add(append(added));
    }
    return changes;
  }

  private Change append(List<String> added) {
    List<NodeTuple> entries = map.getValue();
    if (entries.isEmpty()) {
      int at = at(map.getStartMark()) + 1;
      return new Change(at, at, String.join(", ", added));
    }
    NodeTuple last = entries.get(entries.size() - 1);
    int end = end(last.getValueNode());
    if (flow(map)) {
      return new Change(end, end, ", " + String.join(", ", added));
    }
    int line = lineEnd(end);
    String margin = "\n" + " ".repeat(column(entries.get(0).getKeyNode()));
    StringBuilder lines = new StringBuilder();
    added.forEach(entry -> lines.append(margin).append(entry.replace("\n", margin)));
    return new Change(line, line, lines.toString());
  }

  /** A field's value as it is written after the colon. */
  private String written(Object value) {
    if (!(value instanceof List<?> items)) {
      return " " + scalar((String) value);
    }
    if (flow(map)) {
      return " " + bracketed(items);
    }
    StringBuilder lines = new StringBuilder();
    items.forEach(item -> lines.append("\n  - ").append(quoted((String) item)));
    return lines.toString();
  }

  private static String bracketed(List<?> items) {
    return items.stream()
        .map(item -> quoted((String) item))
        .collect(java.util.stream.Collectors.joining(", ", "[", "]"));
  }

  private Change remove(NodeTuple tuple) {
    int index = map.getValue().indexOf(tuple);
    int end = end(tuple.getValueNode());
    if (!flow(map)) {
      int line = lineEnd(end);
      return new Change(
          text.lastIndexOf('\n', at(tuple.getKeyNode().getStartMark())) + 1,
          Math.min(line + 1, text.length()),
          "");
    }
    return index > 0
        ? new Change(end(map.getValue().get(index - 1).getValueNode()), end, "")
        : new Change(at(tuple.getKeyNode().getStartMark()), end, "");
  }

  private void replace(Node old, Object value, List<Change> changes) {
    if (value instanceof List<?> items
        && old instanceof SequenceNode list
        && !items.isEmpty()
        && !list.getValue().isEmpty()
        && list.getValue().stream().allMatch(ScalarNode.class::isInstance)) {
      replaceItems(list, items, changes);
      return;
    }
    if (value instanceof String words
        && old instanceof ScalarNode s
        && s.getValue().equals(words)) {
      return;
    }
    String written = value instanceof List<?> items ? bracketed(items) : scalar((String) value);
    int at = at(old.getStartMark());
    boolean tight = at > 0 && text.charAt(at - 1) == ':';
    changes.add(new Change(at, end(old), (tight ? " " : "") + written));
  }

  private void replaceItems(SequenceNode list, List<?> items, List<Change> changes) {
    List<Node> old = list.getValue();
    for (int i = 0; i < Math.min(old.size(), items.size()); i++) {
      ScalarNode node = (ScalarNode) old.get(i);
      String item = (String) items.get(i);
      if (!node.getValue().equals(item)) {
        changes.add(new Change(at(node.getStartMark()), end(node), quoted(item)));
      }
    }
    Node last = old.get(Math.min(old.size(), items.size()) - 1);
    int end = end(last);
    if (items.size() < old.size()) {
      int from = flow(list) ? end : lineEnd(end);
      int lastEnd = end(old.get(old.size() - 1));
      changes.add(new Change(from, flow(list) ? lastEnd : lineEnd(lastEnd), ""));
    } else if (items.size() > old.size()) {
      String between = flow(list) ? ", " : "\n" + " ".repeat(column(list)) + "- ";
      StringBuilder more = new StringBuilder();
      for (Object item : items.subList(old.size(), items.size())) {
        more.append(between).append(quoted((String) item));
      }
      int at = flow(list) ? end : lineEnd(end);
      changes.add(new Change(at, at, more.toString()));
    }
  }

  /** A text as YAML writes it, with quotes where it needs them. */
  public static String scalar(String value) {
    return PLAIN.matcher(value).matches() && !ANOTHER_TYPE.matcher(value).matches()
        ? value
        : quoted(value);
  }

  private static String quoted(String value) {
    return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private static boolean flow(CollectionNode<?> node) {
    return node.getFlowStyle() == org.yaml.snakeyaml.DumperOptions.FlowStyle.FLOW;
  }

  /** Where a node's last character ends; a block's own mark stands after comments and gaps. */
  private int end(Node node) {
    if (node instanceof CollectionNode<?> collection
        && !flow(collection)
        && !collection.getValue().isEmpty()) {
      Object last = collection.getValue().get(collection.getValue().size() - 1);
      return end(last instanceof NodeTuple tuple ? tuple.getValueNode() : (Node) last);
    }
    int end = at(node.getEndMark());
    while (end > at(node.getStartMark()) && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private int lineEnd(int at) {
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end;
  }

  private int column(Node node) {
    return node.getStartMark().getColumn();
  }

  /** Marks count code points. */
  private int at(Mark mark) {
    return text.offsetByCodePoints(start, mark.getIndex());
  }
}
