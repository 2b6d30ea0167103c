package org.lantian.standards.document;

/**
 * Where a rule comes from.
 *
 * @param status whether it was read there
 * @param source document with table or clause, or how we came by the rule
 */
public record Provenance(StandardStatus status, String source) {}
