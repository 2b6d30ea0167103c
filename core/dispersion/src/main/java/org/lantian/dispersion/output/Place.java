package org.lantian.dispersion.output;

import org.lantian.dispersion.source.Receptor;

/**
 * A receptor and what it is called.
 *
 * @param network the grid to which it belongs, empty for a single place
 * @param name given by a table of receptors; empty when there is none
 */
public record Place(Receptor receptor, String network, String name) {}
