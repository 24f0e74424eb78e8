package duizhao.xliff;

import duizhao.text.Passages.Kind;
import duizhao.text.Passages.Piece;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The inline codes of a unit; XLIFF 2.0, section 4.7.2. A mark that both languages have has one id
 * in both: {@code c1}, {@code c2} ... in the order of the source, {@code t1} ... for marks that
 * only the translation has.
 *
 * @param byId every code, by its id
 * @param source the pieces of the source, each mark with its id
 * @param target those of the translation; null where there is none
 * @param fixed ids of the codes that no translation may lose
 */
record Codes(
    Map<String, Code> byId, List<Coded> source, @Nullable List<Coded> target, Set<String> fixed) {

  /**
   * A mark, or a pair of marks.
   *
   * @param kind {@code OPEN}, {@code MARK} or {@code FRAME}
   * @param end the closing mark of a pair; else null
   */
  record Code(String id, Kind kind, String start, @Nullable String end) {}

  /** A piece and the id of its code; words have none. */
  record Coded(Piece piece, @Nullable String id) {}

  static Codes of(List<Piece> source, @Nullable List<Piece> target) {
    Map<String, Code> codes = new LinkedHashMap<>();
    List<Coded> ours = coded(source, "c", List.of(), codes);
    Set<String> fixed = new TreeSet<>(codes.keySet());
    if (target == null) {
      return new Codes(codes, ours, null, fixed);
    }
    List<Coded> theirs = coded(target, "t", new ArrayList<>(codes.values()), codes);
    Set<String> there = new TreeSet<>();
    theirs.forEach(
        coded -> {
          if (coded.id() != null) {
            there.add(coded.id());
          }
        });
    fixed.retainAll(there);
    return new Codes(codes, ours, theirs, fixed);
  }

  /**
   * Gives ids.
   *
   * @param prefix of new ids
   * @param known codes whose ids are taken over by equal marks, each once
   */
  private static List<Coded> coded(
      List<Piece> pieces, String prefix, List<Code> known, Map<String, Code> codes) {
    List<Code> left = new ArrayList<>(known);
    List<@Nullable String> ids = new ArrayList<>();
    int[] partner = partners(pieces);
    int count = 0;
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (piece.kind() == Kind.WORDS) {
        ids.add(null);
      } else if (piece.kind() == Kind.CLOSE) {
        ids.add(ids.get(partner[i]));
      } else {
        String end = piece.kind() == Kind.OPEN ? pieces.get(partner[i]).value() : null;
        Code code = take(left, piece, end);
        if (code == null) {
          code = new Code(prefix + ++count, piece.kind(), piece.value(), end);
          codes.put(code.id(), code);
        }
        ids.add(code.id());
      }
    }
    List<Coded> coded = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      coded.add(new Coded(pieces.get(i), ids.get(i)));
    }
    return coded;
  }

  private static @Nullable Code take(List<Code> left, Piece piece, @Nullable String end) {
    for (Code code : left) {
      if (code.kind() == piece.kind()
          && code.start().equals(piece.value())
          && java.util.Objects.equals(code.end(), end)) {
        left.remove(code);
        return code;
      }
    }
    return null;
  }

  /** The index of the mark that each mark of a pair belongs to. */
  private static int[] partners(List<Piece> pieces) {
    int[] partners = new int[pieces.size()];
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < partners.length; i++) {
      if (pieces.get(i).kind() == Kind.OPEN) {
        open.push(i);
      } else if (pieces.get(i).kind() == Kind.CLOSE) {
        partners[i] = open.pop();
        partners[partners[i]] = i;
      }
    }
    return partners;
  }

  /** Ten hexadecimal digits that tell whether pieces are the same; {@code none} where none are. */
  static String digest(@Nullable List<Piece> pieces) {
    if (pieces == null) {
      return "none";
    }
    StringBuilder all = new StringBuilder();
    pieces.forEach(p -> all.append(p.kind()).append(' ').append(p.value()).append('\0'));
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(all.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 5);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has SHA-256
    }
  }
}
