package org.lantian.dispersion;

import java.util.Iterator;
import org.lantian.dispersion.weather.HourClass;

/** Takes hours in, has them computed, hands them out in order. */
final class HourPipeline {

    private final DispersionPlan plan;

    HourPipeline(DispersionPlan plan) {
        this.plan = plan;
    }

    long run(Iterator<HourInput> hours, HourSink sink, Progress progress) {
        long done = 0;
        while (hours.hasNext()) {
            HourInput hour = hours.next();
            int sources = plan.options().perSource() ? plan.sources().size() : 0;
            int receptors = plan.receptors().size();
            sink.accept(new HourResult(
                    hour.weather(),
                    HourClass.of(hour.weather().surface()),
                    new double[plan.groups().size()][receptors],
                    new double[sources][receptors]));
            done++;
            if (!progress.hours(done)) {
                return done;
            }
        }
        return done;
    }
}
