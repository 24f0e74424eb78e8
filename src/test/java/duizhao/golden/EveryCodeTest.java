package duizhao.golden;

import static org.assertj.core.api.Assertions.assertThat;

import duizhao.diagnostic.Code;
import duizhao.serve.PreviewServerTest;
import duizhao.xliff.TranslateTest;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No kind of diagnostic is without an example. */
class EveryCodeTest {

  private static final Pattern CODE =
      Pattern.compile("(?m)^[a-z]\\S*:\\d+:\\d+: .* \\[([a-z0-9-]+)]$");

  @Test
  void everyCodeIsToldInAGoldenCaseOrOfABadFile() throws IOException {
    Set<String> told = new TreeSet<>(BadInputTest.CODES);
    told.addAll(TranslateTest.CODES);
    told.addAll(PreviewServerTest.CODES);
    for (GoldenCase golden : GoldenCase.all()) {
      Matcher matcher = CODE.matcher(golden.diagnostics());
      while (matcher.find()) {
        told.add(matcher.group(1));
      }
    }
    Set<String> known = new TreeSet<>();
    for (Code code : Code.values()) {
      known.add(code.id());
    }
    assertThat(told).isEqualTo(known);
  }
}
