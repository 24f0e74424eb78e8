package duizhao.text;

import duizhao.diagnostic.Code;
import duizhao.diagnostic.Diagnostics;
import duizhao.diagnostic.Location;
import duizhao.model.Html;
import duizhao.model.LinkUse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The links of one text: what may be linked to, and what was. */
final class Links {

  private static final String HINT =
      "link to https:, http: or mailto:, to report:, programme:, region:, newspaper: or page: with"
          + " an id, or to a relative path";

  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):.*");
  private static final Pattern HOST =
      Pattern.compile("(?:[\\p{L}\\p{N}_-]+\\.)*[\\p{L}\\p{N}_-]+\\.?(?::\\d{1,5})?");
  private static final Pattern MAIL =
      Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+(?:\\?.*)?");
  private static final Pattern INTERNAL =
      Pattern.compile(
          "(?:report|programme|region|newspaper|page):[A-Za-z0-9-]+(?:#p[1-9]\\d{0,5})?");
  private static final Pattern PARAGRAPH = Pattern.compile("#p([1-9]\\d{0,5})");
  private static final int MAX_MAIL_LENGTH = 1000;
  private static final int MAX_SHOWN_LENGTH = 80;
  private static final String ENCODED = " \"<>\\^`{|}[]";

  private final TextContext context;
  private final Diagnostics diagnostics;
  private final List<LinkUse> uses = new ArrayList<>();
  private final List<LinkUse> ownParagraphs = new ArrayList<>();

  Links(TextContext context, Diagnostics diagnostics) {
    this.context = context;
    this.diagnostics = diagnostics;
  }

  /** Every reference into the archive so far, in order. */
  List<LinkUse> uses() {
    return uses;
  }

  /** Adds {@code dead-link} for links to own paragraphs that are not there. */
  void checkOwnParagraphs(int paragraphs) {
    for (LinkUse use : ownParagraphs) {
      if (Integer.parseInt(use.reference()) > paragraphs) {
        dead(
            "#p" + use.reference(),
            use.at(),
            "the text has paragraphs #p1 to #p"
                + paragraphs
                + ", counting headings, lists and pictures");
      }
    }
  }

  /**
   * The attributes of a link, starting with a space, or null (and a diagnostic) where there must be
   * none.
   */
  @Nullable String attributes(String written, Location at) {
    String address = written.strip();
    if (address.isEmpty()) {
      return dead(address, at, "write the address between the brackets");
    }
    if (address.codePoints().anyMatch(Links::isHidden) || address.indexOf('\\') >= 0) {
      return unsafe(address, at);
    }
    if (address.startsWith("#")) {
      return own(address, at);
    }
    Matcher scheme = SCHEME.matcher(address);
    if (!scheme.matches()) {
      return relative(address, at);
    }
    return switch (scheme.group(1).toLowerCase(Locale.ROOT)) {
      case "http", "https", "mailto" -> {
        String outside = outside(address);
        yield outside == null ? unsafe(address, at) : outside;
      }
      case "report", "programme", "region", "newspaper", "page" ->
          INTERNAL.matcher(address).matches()
              ? internal(address, at)
              : dead(address, at, "write an id, and #p3 for the third paragraph");
      default -> unsafe(address, at);
    };
  }

  /**
   * The attributes of a link that leaves the archive, or null where it is none that may be
   * followed.
   */
  static @Nullable String outside(String address) {
    int colon = address.indexOf(':');
    String scheme = address.substring(0, colon).toLowerCase(Locale.ROOT);
    String rest = address.substring(colon + 1);
    boolean sound;
    if (scheme.equals("mailto")) {
      sound = rest.length() <= MAX_MAIL_LENGTH && MAIL.matcher(rest).matches();
    } else {
      String host = rest.startsWith("//") ? rest.substring(2).split("[/?#]", 2)[0] : "";
      sound = host.length() < 256 && HOST.matcher(host).matches();
    }
    return sound
        ? " href=\"" + Markup.escape(encode(scheme + ":" + rest)) + "\" rel=\"external\""
        : null;
  }

  private @Nullable String own(String address, Location at) {
    Matcher paragraph = PARAGRAPH.matcher(address);
    if (!paragraph.matches()) {
      return dead(address, at, "link to a paragraph of this text by its number, such as #p3");
    }
    ownParagraphs.add(new LinkUse(paragraph.group(1), at));
    return " href=\"" + address + "\"";
  }

  private @Nullable String relative(String address, Location at) {
    int hash = address.indexOf('#');
    String fragment = hash < 0 ? "" : address.substring(hash);
    String path = decode(hash < 0 ? address : address.substring(0, hash));
    if (SCHEME.matcher(path).matches()
        || path.startsWith("/")
        || path.indexOf('\\') >= 0
        || path.codePoints().anyMatch(Links::isHidden)) {
      return unsafe(address, at);
    }
    String reference = context.relative().apply(path);
    if (reference == null) {
      return dead(address, at, "check the path, which starts at this text's folder");
    }
    boolean file = reference.startsWith("file:");
    if (!fragment.isEmpty() && (file || !PARAGRAPH.matcher(fragment).matches())) {
      return dead(
          address,
          at,
          file ? "leave out " + fragment : "name a paragraph by its number, such as #p3");
    }
    return internal(reference + fragment, at);
  }

  private String internal(String reference, Location at) {
    uses.add(new LinkUse(reference, at));
    return " href=\"" + Html.target(Markup.escape(reference)) + "\"";
  }

  /** Notes that the text shows a file, and gives the target for its markup. */
  String file(String name, Location at) {
    String reference = "file:" + context.owner() + "/" + name;
    uses.add(new LinkUse(reference, at));
    return Html.target(Markup.escape(reference));
  }

  private @Nullable String dead(String address, Location at, String hint) {
    diagnostics.add(
        Code.DEAD_LINK, at, "the link \"" + visible(address) + "\" leads nowhere", hint);
    return null;
  }

  private @Nullable String unsafe(String address, Location at) {
    diagnostics.add(
        Code.UNSAFE_LINK, at, "the link \"" + visible(address) + "\" may not be followed", HINT);
    return null;
  }

  /** An address as a message can show it. */
  static String visible(String address) {
    StringBuilder shown = new StringBuilder();
    address
        .codePoints()
        .limit(MAX_SHOWN_LENGTH)
        .map(c -> isHidden(c) ? 0xFFFD : c)
        .forEach(shown::appendCodePoint);
    return address.length() > MAX_SHOWN_LENGTH ? shown + "…" : shown.toString();
  }

  /** Whether a character could hide what an address is. */
  private static boolean isHidden(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  /** Percent-encodes what the URL Standard forbids and people type all the same. */
  private static String encode(String address) {
    StringBuilder encoded = new StringBuilder();
    int hash = address.indexOf('#');
    for (int i = 0; i < address.length(); i++) {
      char c = address.charAt(i);
      boolean bare = c == '%' && !(isHex(address, i + 1) && isHex(address, i + 2));
      if (bare || ENCODED.indexOf(c) >= 0 || (c == '#' && i != hash)) {
        encoded.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      } else if (Character.isSpaceChar(c)) {
        encoded.append("%20");
      } else {
        encoded.append(c);
      }
    }
    return encoded.toString();
  }

  private static boolean isHex(String text, int at) {
    return at < text.length() && Character.digit(text.charAt(at), 16) >= 0 && text.charAt(at) < 128;
  }

  /** Undoes percent-encoding where it is sound. */
  static String decode(String path) {
    try {
      return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return path;
    }
  }
}
