package duizhao.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every address on every page leads somewhere, on a server and from disk. */
class LinksTest {

  private static final String ALL = "duizhao.site.Site#all";
  private static final Set<String> ADDRESSES =
      Set.of("href", "src", "srcset", "poster", "data", "action", "formaction", "cite", "ping");
  private static final Pattern STYLE_ADDRESS =
      Pattern.compile("url\\(\\s*['\"]?([^'\")]+)['\"]?\\s*\\)|@import\\s+['\"]([^'\"]+)");

  /** An address and where it stands. */
  private record Link(String page, Element element, String address) {
    @Override
    public String toString() {
      return page + ": <" + element.normalName() + "> " + address;
    }
  }

  private static List<Link> links(Site site) {
    List<Link> links = new ArrayList<>();
    String base = site.base();
    site.pages()
        .forEach(
            (path, page) ->
                links(path, page).stream()
                    // The page for what is not there starts at the server's root.
                    .map(
                        link ->
                            path.equals("404.html") && base != null
                                ? new Link(path, link.element(), resolved(base, link.address()))
                                : link)
                    .forEach(links::add));
    return links;
  }

  private static String resolved(String base, String address) {
    return URI.create(base).resolve(address).toString();
  }

  private static List<Link> links(String path, Document page) {
    List<Link> links = new ArrayList<>();
    for (Element element : page.getAllElements()) {
      for (Attribute attribute : element.attributes()) {
        if (attribute.getKey().equals("srcset")) {
          for (String candidate : attribute.getValue().split(",")) {
            links.add(new Link(path, element, candidate.strip().split("\\s+")[0]));
          }
        } else if (ADDRESSES.contains(attribute.getKey())) {
          links.add(new Link(path, element, attribute.getValue()));
        }
      }
      if (element.is("meta[http-equiv=refresh]")) {
        links.add(new Link(path, element, element.attr("content").replaceFirst("(?i).*url=", "")));
      }
    }
    return links;
  }

  private static boolean outside(Site site, String address) {
    return address.matches("[a-zA-Z][a-zA-Z0-9+.-]*:.*")
        && (site.base() == null || !address.startsWith(site.base()));
  }

  /** The file an address leads to from a page; null when it leaves the site. */
  private static @Nullable String target(Site site, String page, String address) {
    String path = address.replaceFirst("[?#].*", "");
    String base = site.base();
    if (base != null && path.startsWith(base)) {
      path = path.substring(base.length());
      return decode(path.isEmpty() || path.endsWith("/") ? path + "index.html" : path);
    }
    if (path.isEmpty()) {
      return page;
    }
    Deque<String> parts = new ArrayDeque<>(List.of(page.split("/")));
    parts.removeLast();
    for (String part : path.split("/", -1)) {
      if (part.equals("..")) {
        if (parts.pollLast() == null) {
          return null;
        }
      } else if (!part.equals(".")) {
        parts.addLast(part);
      }
    }
    return decode(String.join("/", parts));
  }

  private static String decode(String path) {
    return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void everyAddressInsideLeadsToAFileAndAnId(Site site) {
    List<Link> links = links(site).stream().filter(link -> !outside(site, link.address())).toList();
    assertThat(links).hasSizeGreaterThan(1000);
    assertThat(links)
        .filteredOn(
            link -> {
              String target = target(site, link.page(), link.address());
              if (target == null || !site.files().contains(target)) {
                return true;
              }
              int hash = link.address().indexOf('#');
              return hash >= 0
                  && (!site.pages().containsKey(target)
                      || site.page(target)
                              .getElementById(decode(link.address().substring(hash + 1)))
                          == null);
            })
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void noAddressInsideNeedsAServer(Site site) {
    assertThat(links(site))
        .filteredOn(link -> !link.address().matches("[a-zA-Z][a-zA-Z0-9+.-]*:.*"))
        .filteredOn(
            link -> {
              // What is asked of the search page reaches it from disk, too.
              String path =
                  link.address()
                      .replaceFirst("#.*", "")
                      .replaceFirst("(/search/index\\.html)\\?q=.*", "$1");
              return link.address().isEmpty()
                  || link.address().equals("#")
                  || path.startsWith("/")
                  || path.endsWith("/")
                  || path.matches("(.*/)?\\.\\.?")
                  || path.contains("?")
                  || path.contains("\\");
            })
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void onlyWordsForMachinesAndTheNotFoundPageNameTheBaseUrl(Site site) {
    assertThat(links(site))
        .filteredOn(link -> site.base() != null && link.address().startsWith(site.base()))
        .filteredOn(link -> !link.page().equals("404.html"))
        .filteredOn(link -> !link.element().is("link[rel=canonical], link[hreflang], .permanent a"))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void linksLeaveTheSiteOnlyAsLinksToFollow(Site site) {
    assertThat(links(site))
        .filteredOn(link -> outside(site, link.address()))
        .filteredOn(link -> !link.element().is("a[download][href^=data:]"))
        .filteredOn(
            link ->
                !link.element().is("a[href]")
                    || !link.address().matches("(https?://|mailto:).+")
                    || !link.element().hasAttr("rel"))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void everyPageCanBeReachedFromTheFirst(Site site) {
    Set<String> reached = new TreeSet<>(Set.of("index.html"));
    Deque<String> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      String page = open.removeFirst();
      for (Link link : links(page, site.page(page))) {
        if (link.element().is("a[href], form[action]") && !outside(site, link.address())) {
          String target = target(site, page, link.address());
          if (target != null && site.pages().containsKey(target) && reached.add(target)) {
            open.addLast(target);
          }
        }
      }
    }
    Set<String> lost = new TreeSet<>(site.pages().keySet());
    lost.removeAll(reached);
    lost.remove("404.html");
    lost.removeIf(path -> path.contains("/" + Site.ALIAS + "/"));
    assertThat(lost).isEmpty();
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void everyPageHasTheStyleSheetAndTheScriptOfThePlan(Site site) {
    for (Map.Entry<String, Document> page : site.pages().entrySet()) {
      assertThat(page.getValue().select("link[rel=stylesheet]")).as(page.getKey()).hasSize(1);
      int scripts = page.getKey().matches(".*/(search|figures)/(page/\\d+/)?index.html") ? 2 : 1;
      assertThat(page.getValue().select("script[src][defer]")).as(page.getKey()).hasSize(scripts);
    }
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void addressesInStyleSheetsLeadToFiles(Site site) throws IOException {
    List<String> dead = new ArrayList<>();
    for (String file : site.files()) {
      if (file.endsWith(".css")) {
        Matcher address = STYLE_ADDRESS.matcher(Files.readString(site.folder().resolve(file)));
        while (address.find()) {
          String written = address.group(1) == null ? address.group(2) : address.group(1);
          String target = target(site, file, written);
          if (!written.startsWith("data:")
              && (outside(site, written) || target == null || !site.files().contains(target))) {
            dead.add(file + ": " + written);
          }
        }
      }
    }
    assertThat(dead).isEmpty();
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void everyFileIsPlannedAndEveryPlannedFileIsThere(Site site) {
    Set<String> planned = new TreeSet<>(Set.of(".duizhao"));
    site.plan().paths().forEach(path -> planned.add(path.value()));
    Set<String> files = new TreeSet<>(site.files());
    files.removeIf(path -> path.matches("search/[0-9a-f]{12}/.+")); // named by search/index.js
    assertThat(files).isEqualTo(planned);
  }
}
