package duizhao.edtf;

import java.time.LocalDate;
import java.util.Random;

/** Writes valid dates of every shape. */
final class RandomDate {

  private RandomDate() {}

  static String next(Random random) {
    LocalDate day = LocalDate.of(1990, 1, 1).plusDays(random.nextInt(12_000));
    return switch (random.nextInt(6)) {
      case 0 -> simple(day, random) + "/" + simple(day.plusYears(120), random);
      case 1 -> simple(day, random) + (random.nextBoolean() ? "/" : "/..");
      case 2 -> (random.nextBoolean() ? "/" : "../") + simple(day, random);
      default -> simple(day, random);
    };
  }

  private static String simple(LocalDate day, Random random) {
    String text = day.toString();
    String date =
        switch (random.nextInt(9)) {
          case 0 -> text.substring(0, 2) + "XX";
          case 1 -> text.substring(0, 3) + "X";
          case 2 -> text.substring(0, 4);
          case 3 -> text.substring(0, 4) + "-XX";
          case 4 -> text.substring(0, 4) + "-XX-XX";
          case 5 -> text.substring(0, 4) + "-2" + (1 + random.nextInt(4));
          case 6 -> text.substring(0, 7);
          case 7 -> text.substring(0, 7) + "-XX";
          default -> text;
        };
    return date + new String[] {"", "", "~", "?", "%"}[random.nextInt(5)];
  }
}
