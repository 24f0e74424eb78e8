package duizhao.read;

import duizhao.diagnostic.Location;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files that make one report or page, found but not yet read.
 *
 * @param id the folder's name, or that of single files without language and ending
 * @param at where to complain about the whole
 * @param folder where its pictures are looked for; null for single files, which have none
 * @param yaml its metadata file; null for single files
 * @param texts by language id
 * @param others what else the folder holds
 */
record ReportFiles(
    String id,
    Location at,
    @Nullable Path folder,
    @Nullable Path yaml,
    Map<String, Path> texts,
    List<Path> others) {

  /** Every file. */
  List<Path> all() {
    return Stream.of(Stream.ofNullable(yaml), texts.values().stream(), others.stream())
        .flatMap(each -> each)
        .toList();
  }
}
