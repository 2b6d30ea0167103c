package org.lantian.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;

/** Prints which Lantian this is, from which commit, on which JDK. */
@Command(name = "version", mixinStandardHelpOptions = true, description = "版本 / version")
final class VersionCommand implements Callable<Integer> {

    @Mixin
    CommonOptions common = new CommonOptions();

    @Override
    public Integer call() {
        Map<String, String> facts = facts();
        if (common.json()) {
            System.out.println(facts.entrySet().stream()
                    .map(fact -> '"' + fact.getKey() + "\":\"" + fact.getValue() + '"')
                    .collect(Collectors.joining(",", "{", "}")));
        } else {
            facts.forEach((name, value) -> System.out.println(name + " " + value));
        }
        return 0;
    }

    private static Map<String, String> facts() {
        String version = Lantian.class.getPackage().getImplementationVersion();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("lantian", version == null ? "development" : version);
        facts.put("commit", System.getProperty("lantian.commit", "unknown"));
        facts.put("jdk", Runtime.version().toString());
        return facts;
    }

    static final class Provider implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return facts().entrySet().stream()
                    .map(fact -> fact.getKey() + " " + fact.getValue())
                    .toArray(String[]::new);
        }
    }
}
