package org.lantian.server.access;

import java.util.Optional;
import org.lantian.quantities.AreaCode;

/**
 * A sector 行业 for which a department answers.
 *
 * @param sector code of the city pack
 * @param area the county to which the department belongs; empty for one of the city, which answers for it everywhere
 */
public record SectorScope(String sector, Optional<AreaCode> area) {}
