package duizhao.quantity;

import java.math.BigDecimal;

/** A unit that is told apart from others, or converted into them. */
enum Measure {
  YEARS("time", "365"),
  MONTHS("time", "30.4167"),
  WEEKS("time", "7"),
  DAYS("time", "1"),
  HOURS("time", "0.0416667"),
  MINUTES("time", "0.000694444"),
  SECONDS("time", "0.0000115741"),
  MU("area", "666.667"),
  HECTARES("area", "10000"),
  ACRES("area", "4046.86"),
  SQUARE_METRES("area", "1"),
  SQUARE_KILOMETRES("area", "1000000"),
  KILOMETRES("length", "1000"),
  MILES("length", "1609.34"),
  LI("length", "500"),
  METRES("length", "1"),
  CENTIMETRES("length", "0.01"),
  MILLIMETRES("length", "0.001"),
  TONNES("mass", "1000"),
  KILOGRAMS("mass", "1"),
  JIN("mass", "0.5"),
  GRAMS("mass", "0.001"),
  YUAN("yuan", "1"),
  DOLLARS("dollars", "1"),
  EUROS("euros", "1");

  private final String dimension;
  private final BigDecimal factor;

  Measure(String dimension, String factor) {
    this.dimension = dimension;
    this.factor = new BigDecimal(factor);
  }

  boolean converts(Measure other) {
    return dimension.equals(other.dimension);
  }

  /** The number in what the dimension is counted in: days, square metres, metres, kilograms. */
  BigDecimal base(BigDecimal number) {
    return number.multiply(factor);
  }
}
