package org.lantian.city;

/**
 * Where a fact comes from.
 *
 * @param source document, page or data set, not empty
 * @param status how far the fact can be trusted
 */
public record Provenance(String source, FactStatus status) {}
