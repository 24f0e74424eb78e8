package duizhao.cache;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** When the times of files can be relied on. */
class LastBuildTest {

  private static final long NOW = 1_800_000_000_123_456_789L;
  private static final long MILLI = 1_000_000L;

  /** What was saved as the build began may be saved again before the clock ticks. */
  @Test
  void aChangeOfThisMomentIsNotSettled() {
    assertThat(LastBuild.settled(NOW, NOW)).isFalse();
    assertThat(LastBuild.settled(NOW - 20 * MILLI, NOW)).isFalse();
    assertThat(LastBuild.settled(NOW - 51 * MILLI, NOW)).isTrue();
  }

  @Test
  void aClockThatCountsInSecondsIsGivenTwo() {
    long second = NOW - NOW % (1000 * MILLI);
    assertThat(LastBuild.settled(second, second + 1900 * MILLI)).isFalse();
    assertThat(LastBuild.settled(second, second + 2200 * MILLI)).isTrue();
  }

  @Test
  void aClockThatIsAheadOfOursIsNotBelieved() {
    assertThat(LastBuild.settled(NOW + 5000 * MILLI, NOW)).isFalse();
  }
}
