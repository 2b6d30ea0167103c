package org.lantian.server.assessment;

import java.util.LinkedHashMap;
import java.util.Map;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainError;

/** What can be wrong with a question about the air. */
public sealed interface AssessmentError extends DomainError {

    /** A request parameter that isn't what it must be. */
    record BadParameter(String name, String value, BilingualText expected) implements AssessmentError {
        @Override
        public String code() {
            return "air.bad-parameter";
        }

        @Override
        public BilingualText message() {
            return new BilingualText(
                    "参数 " + name + " 为“" + value + "”，应为" + expected.zh(),
                    "parameter " + name + " is \"" + value + "\", expected " + expected.en());
        }

        @Override
        public Map<String, Object> arguments() {
            return ordered("parameter", name, "value", value);
        }
    }

    /** A range longer than one answer may cover. */
    record RangeTooLong(String name, String value, long days, int greatestDays) implements AssessmentError {
        @Override
        public String code() {
            return "air.range-too-long";
        }

        @Override
        public BilingualText message() {
            return new BilingualText(
                    "参数 " + name + " 为“" + value + "”，时段共 " + days + " 天，最多 " + greatestDays + " 天：请缩短时段",
                    "parameter " + name + " is \"" + value + "\", a range of " + days + " days; at most " + greatestDays
                            + " days: ask for a shorter range");
        }

        @Override
        public Map<String, Object> arguments() {
            Map<String, Object> arguments = ordered("parameter", name, "value", value);
            arguments.put("days", days);
            arguments.put("greatestDays", greatestDays);
            return arguments;
        }
    }

    /** A station that the city pack doesn't know. */
    record UnknownStation(String station) implements AssessmentError {
        @Override
        public String code() {
            return "air.station-not-found";
        }

        @Override
        public BilingualText message() {
            return new BilingualText(
                    "城市包中没有编码为“" + station + "”的站点", "the city pack has no station with the code \"" + station + "\"");
        }

        @Override
        public Map<String, Object> arguments() {
            return ordered("station", station);
        }
    }

    /** A subject that the city pack doesn't know. */
    record UnknownSubject(String subject) implements AssessmentError {
        @Override
        public String code() {
            return "air.subject-not-found";
        }

        @Override
        public BilingualText message() {
            return new BilingualText("城市包中没有评价对象“" + subject + "”", "the city pack has no subject \"" + subject + "\"");
        }

        @Override
        public Map<String, Object> arguments() {
            return ordered("subject", subject);
        }
    }

    /** Nothing was imported yet, so that there is no latest hour to answer with. */
    record NoData() implements AssessmentError {
        @Override
        public String code() {
            return "air.no-data";
        }

        @Override
        public BilingualText message() {
            return new BilingualText("还没有导入任何监测数据", "no observations have been imported yet");
        }

        @Override
        public Map<String, Object> arguments() {
            return Map.of();
        }
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
        }
        return map;
    }
}
