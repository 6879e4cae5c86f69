package org.supervision.keytask;

/**
 * What a document says was reached in a year, as somebody picked it.
 *
 * @param id of the figure in its document, so that it is kept once
 * @param words that state it
 * @param sentence in which they stand
 */
public record PastValue(String id, String government, int year, Indicator indicator, String words, String sentence) {}
