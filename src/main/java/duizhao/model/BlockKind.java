package duizhao.model;

/** What shape a block has. */
public enum BlockKind {
  PARAGRAPH,
  HEADING,
  LIST,
  QUOTE,
  TABLE,
  PICTURE,
  CODE,
  RULE
}
