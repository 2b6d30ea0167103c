package org.lantian.dispersion.output;

import java.util.List;
import org.lantian.dispersion.averaging.AveragingPeriod;

/**
 * The files that a run is to write.
 *
 * @param exponential whether concentrations are printed with an exponent and six digits, else with five decimals
 */
public record OutputPlan(boolean exponential, List<PlotRequest> plots, List<PostRequest> posts) {

    public OutputPlan {
        plots = List.copyOf(plots);
        posts = List.copyOf(posts);
    }

    /**
     * One value a receptor.
     *
     * @param rank 1 for the highest; 0 for the long means, which have no rank
     * @param file relative to the output folder
     */
    public record PlotRequest(AveragingPeriod average, String group, int rank, String file) {}

    /**
     * All values, block after block.
     *
     * @param file relative to the output folder
     */
    public record PostRequest(AveragingPeriod average, String group, String file) {}
}
