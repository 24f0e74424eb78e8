package duizhao.quantity;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Reads the numbers of a text in one language. */
public enum QuantityReader {
  CHINESE {
    @Override
    public List<Quantity> read(String text, Names names) {
      return new ChineseReader(text, names).read();
    }

    @Override
    String folded(String name) {
      return name;
    }
  },
  ENGLISH {
    @Override
    public List<Quantity> read(String text, Names names) {
      return new EnglishReader(text, names).read();
    }

    @Override
    String folded(String name) {
      return EnglishReader.lower(EnglishReader.fold(name));
    }
  };

  /**
   * What may hold a number without stating one, such as the names of places and awards. One is made
   * for many texts. Safe for several threads.
   */
  public static final class Names {

    private static final Names NONE = new Names(List.of());

    private final List<Phrases> phrases;

    private Names(List<Phrases> phrases) {
      this.phrases = List.copyOf(phrases);
    }

    /** These and others. */
    public Names and(Names others) {
      return phrases.isEmpty()
          ? others
          : others.phrases.isEmpty()
              ? this
              : new Names(Stream.concat(phrases.stream(), others.phrases.stream()).toList());
    }

    /** Whether a name of a folded text covers this place. */
    boolean cover(String text, int place) {
      return phrases.stream().anyMatch(each -> each.cover(text, place));
    }
  }

  /**
   * The numbers in the order of the text. Never throws, and takes time in proportion to the text.
   */
  public abstract List<Quantity> read(String text, Names names);

  /** A name as texts are compared with it. */
  abstract String folded(String name);

  /** Makes names of this language ready to be looked for. */
  public Names names(Collection<String> names) {
    return names.isEmpty()
        ? Names.NONE
        : new Names(List.of(new Phrases(names.stream().map(this::folded).toList())));
  }

  /** The numbers of a text in which no names are known. */
  public List<Quantity> read(String text) {
    return read(text, Names.NONE);
  }
}
