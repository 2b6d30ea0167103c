package org.lantian.city;

import java.util.Optional;

/**
 * A package of the npm registry from which the build takes facts into the pack's folder {@code generated}.
 *
 * @param name of the package
 * @param version exact
 * @param file path inside the package
 * @param datum of its coordinates; present for boundaries
 */
public record SourcePackage(
        PackageUse use, String name, String version, String file, Optional<Datum> datum, Provenance provenance) {}
