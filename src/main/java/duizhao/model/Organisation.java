package duizhao.model;

/** A body that a report names. */
public record Organisation(LocalizedText name) {}
