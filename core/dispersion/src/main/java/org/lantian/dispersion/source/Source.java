package org.lantian.dispersion.source;

/** Something that emits. How much it emits is said apart, by {@link ScheduledSource}: results are linear in it. */
public sealed interface Source permits PointSource, VolumeSource, AreaSource {

    /** Name within the run, not blank. */
    String id();

    /** Centre of a point or volume source, first vertex of an area. */
    PlanePoint location();

    /** Elevation of the ground at the source, m above sea level. */
    double baseElevation();

    /** Height of the release above the ground at the source, m, ≥ 0. */
    double releaseHeight();
}
