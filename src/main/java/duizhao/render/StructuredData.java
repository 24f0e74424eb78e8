package duizhao.render;

import duizhao.plan.Page;
import duizhao.plan.SitePlan;

/** Placeholder. */
final class StructuredData {

  private StructuredData() {}

  static String of(Page page, SitePlan plan) {
    return "";
  }
}
