package duizhao.diagnostic;

import static java.util.Comparator.naturalOrder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Collects diagnostics; safe to fill from several threads, and always read in file order. */
public final class Diagnostics {

  private final List<Diagnostic> found = new ArrayList<>();
  private @Nullable List<Diagnostic> sorted;

  /** Adds a diagnostic whose message says all. */
  public void add(Code code, Location at, String message) {
    add(code, at, message, null);
  }

  /** Adds a diagnostic with what to do about it. */
  public void add(Code code, Location at, String message, @Nullable String hint) {
    add(new Diagnostic(code, at, message, hint));
  }

  /** Adds a diagnostic made elsewhere. */
  public synchronized void add(Diagnostic diagnostic) {
    found.add(diagnostic);
    sorted = null;
  }

  /** Everything found so far, as it came. */
  public synchronized List<Diagnostic> all() {
    return List.copyOf(found);
  }

  /** Whether anything here stops publishing. */
  public synchronized boolean hasErrors() {
    return found.stream().anyMatch(d -> d.severity() == Severity.ERROR);
  }

  /**
   * Everything found so far, each once, sorted by file, line and column. Of those that differ in
   * their hint only, the first hint stays, whatever the order in which threads came upon them.
   */
  public synchronized List<Diagnostic> sorted() {
    if (sorted == null) {
      Set<Diagnostic> each = new TreeSet<>();
      found.stream()
          .sorted(Comparator.comparing(Diagnostic::hint, Comparator.nullsFirst(naturalOrder())))
          .forEach(each::add);
      sorted = List.copyOf(each);
    }
    return sorted;
  }
}
