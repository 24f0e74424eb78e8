package duizhao.model;

import duizhao.diagnostic.Location;

/**
 * One numbered paragraph, or what stands in a paragraph's place, of one language edition.
 *
 * @param number 1-based; the same number names the counterpart in every other edition
 * @param html one element without an id
 * @param text the words alone, without markup, white space folded
 */
public record Block(int number, BlockKind kind, Html html, String text, Location at) {}
