package org.lantian.dispersion.plume;

import org.lantian.dispersion.source.AreaSource;
import org.lantian.dispersion.source.PointSource;
import org.lantian.dispersion.source.Source;
import org.lantian.dispersion.source.VolumeSource;
import org.lantian.dispersion.weather.BoundaryLayer;

/** Makes the plume of a source in an hour's air. */
public final class Plumes {

    private Plumes() {}

    /** Stable formulas hold by night, and by day for what is released at or above the mixing height. */
    public static Plume of(Source source, BoundaryLayer air) {
        StackTop top = StackTop.at(source.releaseHeight(), air);
        boolean stable = air.stable() || source.releaseHeight() >= air.mixingHeight();
        return switch (source) {
            case PointSource stack -> ofStack(stack, Fluxes.of(stack, top), top, air, stable);
            case VolumeSource volume ->
                ofCloud(
                        Release.ofCloud(volume.releaseHeight(), volume.initialSigmaY(), volume.initialSigmaZ()),
                        top,
                        air,
                        stable);
            case AreaSource area ->
                ofCloud(Release.ofCloud(area.releaseHeight(), 0, area.initialSigmaZ()), top, air, stable);
        };
    }

    private static Plume ofStack(PointSource stack, Fluxes fluxes, StackTop top, BoundaryLayer air, boolean stable) {
        Release release = Release.ofStack(stack.releaseHeight(), fluxes.height());
        return stable
                ? new StablePlume(release, new StableRise(fluxes, top, air), air)
                : new ConvectivePlume(release, fluxes, top, air);
    }

    private static Plume ofCloud(Release release, StackTop top, BoundaryLayer air, boolean stable) {
        return stable
                ? new StablePlume(release, null, air)
                : new ConvectivePlume(release, new Fluxes(0, 0, release.height()), top, air);
    }
}
