package org.lantian.server.assessment.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.Pollutant;
import org.lantian.quantities.WeatherElement;
import org.lantian.standards.RuleSet;
import org.lantian.standards.Standards;
import org.lantian.standards.document.StandardDocument;
import org.springframework.stereotype.Component;

/** Answers what law the figures rest on. */
@Component
class StandardsView {

    AirStandards all() {
        return new AirStandards(
                StandardDocument.all().stream().map(StandardsView::document).toList(),
                Standards.shipped().ruleSets().stream()
                        .flatMap(rules -> limits(rules).stream())
                        .toList(),
                Figures.levels(Optional.empty()),
                parameters());
    }

    private static AirStandards.StandardDocument document(StandardDocument document) {
        return new AirStandards.StandardDocument(
                document.code(),
                document.code().startsWith("HJ 633")
                        ? "aqi"
                        : document.code().startsWith("GB 3095") ? "limits" : "assessment",
                document.title(),
                document.from(),
                document.to(),
                document.provenance().status().code(),
                document.provenance().source());
    }

    private static List<AirStandards.LimitRow> limits(RuleSet rules) {
        return rules.limits().limits().stream()
                .map(limit -> new AirStandards.LimitRow(
                        rules.name(),
                        limit.pollutant().code(),
                        limit.averaging().code(),
                        limit.pollutant().unit().symbol(),
                        limit.grade1(),
                        limit.grade2(),
                        limit.provenance().status().code()))
                .toList();
    }

    private static List<AirStandards.ParameterInfo> parameters() {
        List<AirStandards.ParameterInfo> parameters = new ArrayList<>();
        for (Pollutant pollutant : Pollutant.SIX) {
            parameters.add(new AirStandards.ParameterInfo(
                    pollutant.code(),
                    pollutant.label(),
                    ParameterNames.of(pollutant),
                    pollutant.unit().symbol(),
                    "pollutant",
                    pollutant == Pollutant.CO ? 1 : 0));
        }
        for (WeatherElement element : WeatherElement.values()) {
            BilingualText name = ParameterNames.of(element);
            parameters.add(new AirStandards.ParameterInfo(
                    element.code(), name.en(), name, element.unit().symbol(), "weather", 1));
        }
        return parameters;
    }
}
