package org.lantian.city;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainError;
import org.lantian.quantities.InputError;

/** What keeps a city pack from being used. */
public sealed interface CityPackError extends DomainError {

    /**
     * The pack has faults.
     *
     * @param faults at least one, each with file and line
     */
    record Broken(Path folder, List<InputError> faults) implements CityPackError {

        public Broken {
            faults = List.copyOf(faults);
        }

        @Override
        public String code() {
            return "city.pack-broken";
        }

        @Override
        public BilingualText message() {
            return new BilingualText(
                    "城市包 " + folder + " 有 " + faults.size() + " 处错误：\n" + lines(true),
                    "the city pack " + folder + " has " + faults.size()
                            + (faults.size() == 1 ? " error:\n" : " errors:\n") + lines(false));
        }

        private String lines(boolean chinese) {
            return faults.stream()
                    .map(InputError::message)
                    .map(text -> "  " + (chinese ? text.zh() : text.en()))
                    .collect(Collectors.joining("\n"));
        }

        @Override
        public Map<String, Object> arguments() {
            Map<String, Object> arguments = new LinkedHashMap<>();
            arguments.put("folder", folder.toString());
            arguments.put("faults", faults.stream().map(InputError::arguments).toList());
            return arguments;
        }
    }
}
