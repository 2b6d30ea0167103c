package org.lantian.dispersion.weather;

/**
 * One line of a surface file (.sfc) as it stands there: boundary-layer parameters of one hour. Missing values keep the
 * file's codes; {@link HourClass#of} knows them.
 *
 * @param sensibleHeatFlux H, W/m²
 * @param frictionVelocity u*, m/s
 * @param convectiveVelocity w*, m/s; negative when there is none
 * @param gradientAboveMixingHeight ∂θ/∂z above the convective mixing height, K/m
 * @param convectiveMixingHeight z_ic, m
 * @param mechanicalMixingHeight z_im, m
 * @param obukhovLength L, m; positive when stable
 * @param roughnessLength z_0, m
 * @param bowenRatio sensible to latent heat
 * @param albedo at noon, 0–1
 * @param windSpeed u_ref, m/s; exactly 0 is a calm
 * @param windDirection degrees clockwise from north, from which the wind blows
 * @param windHeight z_ref, m
 * @param temperature T, K
 * @param temperatureHeight z_T, m
 * @param precipitationCode AERMET's code
 * @param precipitationRate mm/h
 * @param relativeHumidity percent
 * @param pressure hPa
 * @param cloudTenths total cloud, tenths
 * @param windFlag how the wind was measured, AERMET's word; may be empty
 * @param substitutionFlag what was substituted, AERMET's word; may be empty
 */
public record SurfaceHour(
        double sensibleHeatFlux,
        double frictionVelocity,
        double convectiveVelocity,
        double gradientAboveMixingHeight,
        double convectiveMixingHeight,
        double mechanicalMixingHeight,
        double obukhovLength,
        double roughnessLength,
        double bowenRatio,
        double albedo,
        double windSpeed,
        double windDirection,
        double windHeight,
        double temperature,
        double temperatureHeight,
        int precipitationCode,
        double precipitationRate,
        double relativeHumidity,
        double pressure,
        double cloudTenths,
        String windFlag,
        String substitutionFlag) {

    /** An hour without the two words at the end of the line. */
    public SurfaceHour(
            double sensibleHeatFlux,
            double frictionVelocity,
            double convectiveVelocity,
            double gradientAboveMixingHeight,
            double convectiveMixingHeight,
            double mechanicalMixingHeight,
            double obukhovLength,
            double roughnessLength,
            double bowenRatio,
            double albedo,
            double windSpeed,
            double windDirection,
            double windHeight,
            double temperature,
            double temperatureHeight,
            int precipitationCode,
            double precipitationRate,
            double relativeHumidity,
            double pressure,
            double cloudTenths) {
        this(
                sensibleHeatFlux,
                frictionVelocity,
                convectiveVelocity,
                gradientAboveMixingHeight,
                convectiveMixingHeight,
                mechanicalMixingHeight,
                obukhovLength,
                roughnessLength,
                bowenRatio,
                albedo,
                windSpeed,
                windDirection,
                windHeight,
                temperature,
                temperatureHeight,
                precipitationCode,
                precipitationRate,
                relativeHumidity,
                pressure,
                cloudTenths,
                "",
                "");
    }

    /** The same hour with other mixing heights. */
    SurfaceHour withMixingHeights(double convective, double mechanical) {
        return new SurfaceHour(
                sensibleHeatFlux,
                frictionVelocity,
                convectiveVelocity,
                gradientAboveMixingHeight,
                convective,
                mechanical,
                obukhovLength,
                roughnessLength,
                bowenRatio,
                albedo,
                windSpeed,
                windDirection,
                windHeight,
                temperature,
                temperatureHeight,
                precipitationCode,
                precipitationRate,
                relativeHumidity,
                pressure,
                cloudTenths,
                windFlag,
                substitutionFlag);
    }
}
