package duizhao.quantity;

import java.util.Collection;
import java.util.List;

/** Reads the numbers of a text in one language. */
public enum QuantityReader {
  CHINESE {
    @Override
    public List<Quantity> read(String text, Collection<String> names) {
      return new ChineseReader(text, names).read();
    }
  },
  ENGLISH {
    @Override
    public List<Quantity> read(String text, Collection<String> names) {
      return new EnglishReader(text, names).read();
    }
  };

  /**
   * The numbers in the order of the text. Never throws, and takes time in proportion to the text.
   *
   * @param names what may hold a number without stating one, such as the names of places and awards
   */
  public abstract List<Quantity> read(String text, Collection<String> names);

  /** The numbers of a text in which no names are known. */
  public List<Quantity> read(String text) {
    return read(text, List.of());
  }
}
