package duizhao.model;

import duizhao.diagnostic.Location;

/** A report or page in one language. */
public record Edition(Language language, Body body, Location at) {}
