package duizhao.export;

import duizhao.plan.SitePlan;

/**
 * The headers that pages ask for, as Netlify, Cloudflare Pages and others read them from {@code
 * _headers} at a site's root. They say what the pages say of themselves, and who may frame them,
 * which no page can say.
 */
final class Headers {

  static final String FILE =
      "/*\n"
          + ("  Content-Security-Policy: " + SitePlan.POLICY + "; frame-ancestors 'self'\n")
          + ("  Referrer-Policy: " + SitePlan.REFERRER + "\n")
          + "  X-Content-Type-Options: nosniff\n"
          + "  Permissions-Policy: camera=(), geolocation=(), microphone=()\n"
          + "/assets/*\n"
          + "  Cache-Control: public, max-age=31536000, immutable\n";

  private Headers() {}
}
