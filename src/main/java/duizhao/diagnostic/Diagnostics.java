package duizhao.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Collects diagnostics; safe to fill from several threads, and always read in file order. */
public final class Diagnostics {

  private static final Comparator<Diagnostic> ORDER =
      Comparator.<Diagnostic>naturalOrder()
          .thenComparing(Diagnostic::hint, Comparator.nullsFirst(Comparator.naturalOrder()));

  private final List<Diagnostic> found = new ArrayList<>();
  private int errors;

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
    errors += diagnostic.severity() == Severity.ERROR ? 1 : 0;
  }

  /** Takes away what turned out to be right. */
  public synchronized void removeIf(Predicate<Diagnostic> right) {
    found.removeIf(right);
    errors = (int) found.stream().filter(d -> d.severity() == Severity.ERROR).count();
  }

  /** Whether anything here stops publishing. */
  public synchronized boolean hasErrors() {
    return errors > 0;
  }

  /**
   * Everything found so far, each once, sorted by file, line and column. Of those that differ in
   * their hint only, the first hint stays, whatever the order in which threads came upon them.
   */
  public synchronized List<Diagnostic> sorted() {
    List<Diagnostic> ordered = new ArrayList<>(found);
    ordered.sort(ORDER);
    List<Diagnostic> each = new ArrayList<>(ordered.size());
    for (Diagnostic diagnostic : ordered) {
      if (each.isEmpty() || each.get(each.size() - 1).compareTo(diagnostic) != 0) {
        each.add(diagnostic);
      }
    }
    return List.copyOf(each);
  }

  /** Everything found so far, as it came. */
  public synchronized List<Diagnostic> all() {
    return List.copyOf(found);
  }
}
