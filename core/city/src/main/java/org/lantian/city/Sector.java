package org.lantian.city;

import org.lantian.quantities.BilingualText;

/**
 * A battle of the campaign, or an industrial sector that a battle is about.
 *
 * @param code stable key, for example B5 or coking
 * @param battle code of the battle to which it belongs; a battle belongs to itself
 */
public record Sector(String code, BilingualText name, SectorKind kind, String battle, Provenance provenance) {}
