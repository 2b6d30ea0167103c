package org.lantian.server.assessment.web;

import org.lantian.quantities.BilingualText;
import org.lantian.quantities.Parameter;
import org.lantian.quantities.Pollutant;
import org.lantian.quantities.WeatherElement;

/** Names of parameters as people say them. */
final class ParameterNames {

    private ParameterNames() {}

    static BilingualText of(Parameter parameter) {
        return switch (parameter) {
            case Pollutant pollutant ->
                switch (pollutant) {
                    case SO2 -> new BilingualText("二氧化硫", "Sulphur dioxide");
                    case NO2 -> new BilingualText("二氧化氮", "Nitrogen dioxide");
                    case PM10 -> new BilingualText("可吸入颗粒物", "Particles up to 10 µm");
                    case CO -> new BilingualText("一氧化碳", "Carbon monoxide");
                    case O3 -> new BilingualText("臭氧", "Ozone");
                    case PM25 -> new BilingualText("细颗粒物", "Fine particles up to 2.5 µm");
                    case TSP -> new BilingualText("总悬浮颗粒物", "Total suspended particles");
                    case NOX -> new BilingualText("氮氧化物", "Nitrogen oxides");
                    case PB -> new BilingualText("铅", "Lead");
                    case BAP -> new BilingualText("苯并[a]芘", "Benzo[a]pyrene");
                };
            case WeatherElement element ->
                switch (element) {
                    case WIND_SPEED -> new BilingualText("风速", "Wind speed");
                    case WIND_DIRECTION -> new BilingualText("风向", "Wind direction");
                    case TEMPERATURE -> new BilingualText("气温", "Temperature");
                    case PRESSURE -> new BilingualText("气压", "Pressure");
                    case DEW_POINT -> new BilingualText("露点温度", "Dew point");
                    case RAIN -> new BilingualText("降水量", "Rain");
                    case RELATIVE_HUMIDITY -> new BilingualText("相对湿度", "Relative humidity");
                };
        };
    }
}
