package org.lantian.cli;

import java.util.List;

/** Runs harmless commands, at build time, to record which classes they need (the ahead-of-time cache of the JVM). */
final class Training {

    private Training() {}

    public static void main(String[] arguments) {
        Lantian.run(List.of("--help"));
        Lantian.run(List.of("version"));
        Lantian.run(List.of("version", "--no-such-option"));
        String home = System.getProperty("lantian.home", ".");
        Lantian.run(List.of("city", "check", home + "/cities/jincheng"));
        Lantian.run(List.of("city", "check", home + "/cities/beijing", "--json"));
    }
}
