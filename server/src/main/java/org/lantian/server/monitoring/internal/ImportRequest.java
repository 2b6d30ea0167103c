package org.lantian.server.monitoring.internal;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What somebody wants to have imported.
 *
 * @param fileName name in messages
 * @param path where the file lies
 * @param fileIsOurs whether the file is deleted when the import has ended
 * @param declaredAs path in the reference kit when the city pack declares the file
 * @param mapping for a file with a column per parameter
 * @param dryRun whether only to say what would happen
 * @param strict whether one unacceptable cell makes the whole file fail
 */
public record ImportRequest(
        String fileName,
        Path path,
        boolean fileIsOurs,
        Optional<String> declaredAs,
        Optional<Mapping> mapping,
        boolean dryRun,
        boolean strict) {

    /** A mapping file as it was given. */
    public record Mapping(String name, String text) {}
}
