package duizhao.cli;

import duizhao.SiteBuild;
import duizhao.model.Limits;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options that every command on an archive has. */
final class ArchiveOptions {

  @Spec(Target.MIXEE)
  private CommandSpec command;

  @Mixin private ContentOptions shared;

  @Option(
      names = "--themes",
      paramLabel = "DIR",
      defaultValue = "themes",
      description = "folder with one folder a theme (default: ${DEFAULT-VALUE})")
  private Path themes;

  @Option(
      names = {"-t", "--theme"},
      paramLabel = "NAME",
      description = "theme to use instead of the one that archive.yaml names")
  private @Nullable String theme;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      defaultValue = "site",
      description = "folder to publish (default: ${DEFAULT-VALUE})")
  private Path output;

  @Option(
      names = {"-b", "--base-url"},
      paramLabel = "URL",
      description = "where the site will stand, instead of base_url in archive.yaml")
  private @Nullable String baseUrl;

  @Option(
      names = {"-l", "--lang"},
      paramLabel = "ID",
      split = ",",
      description = "publish these languages only; may be repeated")
  private List<String> languages = List.of();

  @Option(names = "--strict", description = "warnings count as errors")
  private boolean strict;

  @Option(
      names = "--limit",
      paramLabel = "NAME=COUNT",
      description =
          "read or make more, or less: text-bytes, file-bytes, page-chars, page-steps, page-seconds;"
              + " may be repeated")
  private Map<String, Long> limits = Map.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "how to print what is found: text, json, github or sarif (default: text)")
  private @Nullable Format format;

  @Option(names = "--json", description = "the same as --format json")
  private boolean json;

  @Option(
      names = {"-q", "--quiet"},
      description = "print nothing but errors")
  private boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      description = "say what is being done, and how long it took")
  private boolean verbose;

  /** What the options ask for; a wrong usage is told as picocli tells it. */
  SiteBuild.Request request() {
    if (theme != null && !theme.matches("[a-z0-9][a-z0-9-]*")) {
      throw wrong("\"" + theme + "\" is not the name of a theme; name a folder below " + themes);
    }
    return new SiteBuild.Request(
        shared.content(),
        themes,
        output,
        theme,
        baseUrl(),
        languages,
        strict,
        false,
        limits(),
        null);
  }

  private Limits limits() {
    Limits usual = Limits.DEFAULT;
    Map<String, Long> known = new LinkedHashMap<>();
    known.put("text-bytes", usual.textBytes());
    known.put("file-bytes", usual.fileBytes());
    known.put("page-chars", usual.pageChars());
    known.put("page-steps", usual.pageSteps());
    known.put("page-seconds", usual.pageSeconds());
    for (String name : limits.keySet()) {
      if (!known.containsKey(name)) {
        throw wrong(
            "there is no limit \"" + name + "\"; there are " + String.join(", ", known.keySet()));
      }
    }
    known.putAll(limits);
    try {
      Iterator<Long> counts = known.values().iterator();
      return new Limits(counts.next(), counts.next(), counts.next(), counts.next(), counts.next());
    } catch (IllegalArgumentException e) {
      throw wrong("a limit is at least 1, and in bytes or characters at most " + (1 << 30));
    }
  }

  private @Nullable String baseUrl() {
    if (baseUrl == null) {
      return null;
    }
    try {
      URI uri = new URI(baseUrl);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      if (web && uri.getHost() != null && uri.getQuery() == null && uri.getFragment() == null) {
        return baseUrl.endsWith("/") ? baseUrl : baseUrl + "/";
      }
    } catch (URISyntaxException e) {
      // told below, like any other text that is no web address
    }
    throw wrong(
        "\"" + baseUrl + "\" is not a base URL; write it like https://example.org/archive/");
  }

  private ParameterException wrong(String message) {
    return new ParameterException(command.commandLine(), message);
  }

  Format format() {
    return format != null ? format : json ? Format.JSON : Format.TEXT;
  }

  boolean quiet() {
    return quiet;
  }

  boolean verbose() {
    return verbose;
  }

  boolean strict() {
    return strict;
  }

  Console.@Nullable Colour colour() {
    return shared.colour();
  }

  Path output() {
    return output;
  }
}
