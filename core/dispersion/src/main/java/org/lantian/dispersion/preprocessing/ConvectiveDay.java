package org.lantian.dispersion.preprocessing;

/** The convective mixing height of one day, with hours in between of which the heat is not known. */
final class ConvectiveDay {

    private final ConvectiveMixing mixing;
    private final boolean assumed;
    private double lastHeat;
    private int missed;

    /**
     * @param assumed the sounding is a substitute
     */
    ConvectiveDay(MorningSounding sounding, boolean assumed) {
        this.mixing = new ConvectiveMixing(sounding);
        this.assumed = assumed;
    }

    boolean assumed() {
        return assumed;
    }

    /** An hour with the sun up whose heat is not known. */
    void missHour() {
        missed++;
    }

    /** Whether the next heat also has to speak for hours before it. */
    boolean bridges() {
        return missed > 0;
    }

    /** Mixing height after an hour of this heat, K m; missed hours count with the mean of the heat around them. */
    double after(double kelvinMetres) {
        double bridged = missed * (lastHeat + kelvinMetres) / 2;
        missed = 0;
        lastHeat = kelvinMetres;
        return mixing.after(bridged + kelvinMetres);
    }

    double gradientAbove(double height) {
        return mixing.gradientAbove(height);
    }
}
