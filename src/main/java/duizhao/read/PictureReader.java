package duizhao.read;

import duizhao.diagnostic.Code;
import duizhao.diagnostic.Diagnostics;
import duizhao.diagnostic.Location;
import duizhao.diagnostic.Nearest;
import duizhao.model.LocalizedText;
import duizhao.model.Picture;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/** Finds the pictures of a report or page and measures them. */
final class PictureReader {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
  private static final Map<String, String> FORMATS =
      Map.of("jpg", "JPEG", "jpeg", "JPEG", "png", "png", "gif", "gif");

  private final SourceFiles files;
  private final Diagnostics diagnostics;

  PictureReader(SourceFiles files, Diagnostics diagnostics) {
    this.files = files;
    this.diagnostics = diagnostics;
  }

  /**
   * The pictures of a folder by file name: those that the metadata describes, and those it does
   * not.
   *
   * @param described the items of {@code pictures:}
   */
  Map<String, Picture> read(ReportFiles report, List<Values> described) {
    Map<String, Picture> pictures = new TreeMap<>();
    for (Path file : report.others()) {
      String name = file.getFileName().toString();
      if (files.isFolder(file) || !FORMATS.containsKey(ending(name))) {
        diagnostics.add(
            Code.UNKNOWN_FILE,
            Location.of(files.display(file)),
            "this file is neither a text nor a picture of the report",
            "pictures are .jpg, .png or .gif; texts are named for a language of archive.yaml");
        continue;
      }
      Picture picture = measure(file, name);
      if (picture != null) {
        pictures.put(name, picture);
      }
    }
    for (Values values : described) {
      String name = values.text("file");
      if (name != null) {
        describe(values, name, pictures, report);
      }
    }
    return pictures;
  }

  private void describe(
      Values values, String name, Map<String, Picture> pictures, ReportFiles report) {
    Picture found = pictures.get(name);
    if (found == null) {
      boolean refused =
          report.others().stream().anyMatch(p -> p.getFileName().toString().equals(name));
      if (!refused) {
        diagnostics.add(
            Code.MISSING_PICTURE,
            values.at("file"),
            "there is no picture \"" + Values.shorten(name) + "\" in this folder",
            Nearest.didYouMean(name, pictures.keySet())
                + "A picture stands beside the text it belongs to");
      }
      return;
    }
    pictures.put(
        name,
        new Picture(
            name,
            values.at("file"),
            values.localizedOrEmpty("alt"),
            values.localized("caption"),
            values.localized("credit"),
            found.widthPx(),
            found.heightPx(),
            found.bytes()));
  }

  private @Nullable Picture measure(Path file, String name) {
    Location at = Location.of(files.display(file));
    if (!NAME.matcher(name).matches()) {
      diagnostics.add(
          Code.UNSUPPORTED_PICTURE,
          at,
          "\"" + name + "\" cannot be part of an address",
          "rename it with ASCII letters, digits, dots and hyphens");
      return null;
    }
    byte[] bytes = files.bytes(file);
    if (bytes == null) {
      return null;
    }
    try (MemoryCacheImageInputStream in =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      while (readers.hasNext()) {
        ImageReader reader = readers.next();
        try {
          if (reader.getFormatName().equals(FORMATS.get(ending(name)))) {
            reader.setInput(in, true, true);
            return new Picture(
                name,
                at,
                LocalizedText.EMPTY,
                null,
                null,
                reader.getWidth(0),
                reader.getHeight(0),
                bytes.length);
          }
        } finally {
          reader.dispose();
        }
      }
    } catch (IOException | RuntimeException e) {
      // a damaged picture: the readers of the JDK throw both kinds; told below
    }
    diagnostics.add(
        Code.UNSUPPORTED_PICTURE,
        at,
        "\"" + name + "\" is not a picture of the kind that its name says",
        "save it again as JPEG, PNG or GIF");
    return null;
  }

  private static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
