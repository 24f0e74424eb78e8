package duizhao.model;

import duizhao.diagnostic.Location;

/** An id that an author wrote, resolved to the id of what it names, and where it was written. */
public record Reference(String id, Location at) {}
