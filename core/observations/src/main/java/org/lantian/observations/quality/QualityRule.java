package org.lantian.observations.quality;

import org.lantian.quantities.Parameter;

/**
 * What makes a value of one parameter doubtful. Bounds are in the unit of the parameter.
 *
 * @param least below is out of range (a negative concentration is flagged as negative instead)
 * @param greatest above is out of range
 * @param flagsNegative whether a value below zero is flagged as negative
 * @param stuckHours as many equal values in a row are stuck; 0: no check
 * @param stuckAbove only values above this are judged as stuck
 * @param jump a greater step from the hour before is a jump; infinite: no check
 * @param comparesParticles whether PM2.5 above PM10 is flagged on this parameter
 */
public record QualityRule(
        Parameter parameter,
        float least,
        float greatest,
        boolean flagsNegative,
        int stuckHours,
        float stuckAbove,
        float jump,
        boolean comparesParticles) {}
