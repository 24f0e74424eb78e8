package duizhao.read;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a relative path in a text leads to: another report or page by its folder or files, or a
 * picture beside the text.
 */
final class RelativeLinks {

  private final Map<Path, String> references;
  private final @Nullable Map<Path, @Nullable String> answers;

  RelativeLinks() {
    this(new HashMap<>(), null);
  }

  private RelativeLinks(
      Map<Path, String> references, @Nullable Map<Path, @Nullable String> answers) {
    this.references = references;
    this.answers = answers;
  }

  /** The same paths; notes what is asked about others than the asking one, and the answers. */
  RelativeLinks recording(Map<Path, @Nullable String> answers) {
    return new RelativeLinks(references, answers);
  }

  /** Whether these answers would be given again. */
  boolean say(Map<Path, @Nullable String> answers) {
    return answers.entrySet().stream()
        .allMatch(answer -> Objects.equals(references.get(answer.getKey()), answer.getValue()));
  }

  /** Makes the paths of these reports or pages known. */
  void add(String scheme, List<ReportFiles> all) {
    for (ReportFiles found : all) {
      String reference = scheme + ":" + found.id();
      if (found.folder() != null) {
        references.put(found.folder().normalize(), reference);
      }
      found.texts().values().forEach(text -> references.put(text.normalize(), reference));
    }
  }

  /**
   * The look-up for the texts of one report: a path as it was typed, with its fragment, to a
   * reference or null.
   */
  Function<String, @Nullable String> from(ReportFiles found, Set<String> pictures) {
    Path folder =
        found.folder() != null
            ? found.folder()
            : found.texts().values().iterator().next().getParent();
    return typed -> {
      int hash = typed.indexOf('#');
      String path = hash < 0 ? typed : typed.substring(0, hash);
      String fragment = hash < 0 ? "" : typed.substring(hash);
      if (found.folder() != null && pictures.contains(path)) {
        return "file:" + found.id() + "/" + path;
      }
      try {
        String reference = folder == null ? null : reference(folder.resolve(path).normalize());
        return reference == null ? null : reference + fragment;
      } catch (InvalidPathException e) {
        return null;
      }
    };
  }

  private @Nullable String reference(Path path) {
    String reference = references.get(path);
    if (answers != null) {
      answers.put(path, reference);
    }
    return reference;
  }
}
