package duizhao.quantity;

import duizhao.model.Hedge;
import duizhao.quantity.Quantity.Kind;
import duizhao.quantity.Quantity.Weight;
import java.math.BigDecimal;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A quantity while it is being read. */
final class Draft {

  private final Consumer<Draft> reading;
  private final Kind kind;
  private final BigDecimal low;
  private BigDecimal high;
  private @Nullable BigDecimal also;
  private @Nullable Measure measure;
  private Hedge hedge = Hedge.EXACT;
  private boolean sure = true;
  private Weight weight = Weight.STRONG;
  private final int start;
  private final int end;

  /**
   * @param reading is handed the draft when it is done
   */
  Draft(Consumer<Draft> reading, Kind kind, BigDecimal value, int start, int end) {
    this.reading = reading;
    this.kind = kind;
    this.low = value;
    this.high = value;
    this.start = start;
    this.end = end;
  }

  Draft high(BigDecimal value) {
    high = value;
    return this;
  }

  Draft also(BigDecimal value) {
    also = value;
    return this;
  }

  Draft measure(@Nullable Measure value) {
    measure = value;
    return this;
  }

  /** Sets the hedge, and whether its words can mean nothing else. */
  Draft hedge(Hedge value, boolean isSure) {
    hedge = value;
    sure = isSure;
    return this;
  }

  Draft weight(Weight value) {
    weight = value;
    return this;
  }

  void done() {
    reading.accept(this);
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /**
   * The quantity that it has become.
   *
   * @param named whether it may be no more than part of a name
   */
  Quantity of(String text, boolean named) {
    return new Quantity(
        kind,
        low,
        high,
        also,
        measure,
        hedge,
        sure,
        named ? Weight.OPTIONAL : weight,
        start,
        end,
        text.substring(start, end));
  }
}
