package org.lantian.server.assessment.web;

import java.util.Map;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainException;
import org.lantian.server.problem.ApiError;

/** What can be wrong with a question about the air. */
final class AirErrors {

    private AirErrors() {}

    static DomainException badParameter(String name, String value, String expectedZh, String expectedEn) {
        return new DomainException(new ApiError(
                400,
                "air.bad-parameter",
                new BilingualText(
                        "参数 " + name + " 为“" + value + "”，应为" + expectedZh + "。",
                        "Parameter " + name + " is \"" + value + "\", expected " + expectedEn + "."),
                Map.of("parameter", name, "value", value)));
    }

    static DomainException rangeTooLong(String value, long days, int greatestDays) {
        return new DomainException(new ApiError(
                400,
                "air.range-too-long",
                new BilingualText(
                        "参数 from、to 为“" + value + "”，共 " + days + " 天，最多 " + greatestDays + " 天：请缩短时段。",
                        "Parameters from and to are \"" + value + "\", " + days + " days, expected at most "
                                + greatestDays + ": ask for a shorter range."),
                Map.of("parameter", "from,to", "value", value, "days", days, "greatestDays", greatestDays)));
    }

    static DomainException noStation(String code) {
        return new DomainException(new ApiError(
                404,
                "air.station-not-found",
                new BilingualText(
                        "城市包中没有编码为“" + code + "”的站点。", "The city pack has no station with the code \"" + code + "\"."),
                Map.of("station", code)));
    }

    static DomainException noSubject(String name, String key) {
        return new DomainException(new ApiError(
                404,
                "air.subject-not-found",
                new BilingualText(
                        "城市包中没有评价对象“" + key + "”；可选对象见 /api/v1/air/subjects。",
                        "The city pack has no subject \"" + key + "\"; /api/v1/air/subjects lists them."),
                Map.of("parameter", name, "subject", key)));
    }

    static DomainException noData() {
        return new DomainException(new ApiError(
                404,
                "air.no-data",
                new BilingualText("还没有任何监测数据：请先导入。", "There are no observations yet: import some first."),
                Map.of()));
    }
}
