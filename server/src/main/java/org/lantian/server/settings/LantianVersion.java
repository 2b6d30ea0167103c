package org.lantian.server.settings;

/** Which Lantian this is. */
public final class LantianVersion {

    private LantianVersion() {}

    /** Version of the build, {@code development} when run from class files. */
    public static String version() {
        String version = LantianVersion.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /** Commit of the source, given by the launcher; empty when unknown. */
    public static String commit() {
        return System.getProperty("lantian.commit", "");
    }
}
