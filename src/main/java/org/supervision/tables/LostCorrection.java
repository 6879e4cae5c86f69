package org.supervision.tables;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person corrected and reading the document otherwise has undone.
 *
 * @param row ordinal it had
 * @param fields names of the contract; {@code action} if the row was left out
 */
public record LostCorrection(int row, @Nullable Integer number, Set<String> fields) {}
