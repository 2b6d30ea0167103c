package org.lantian.server.assessment.web;

import io.swagger.v3.oas.annotations.media.Schema;

/** Whether stored daily figures lag behind the imported observations. */
@Schema(description = "Whether stored daily figures lag behind the imported observations")
public record Computing(
        @Schema(description = "True while daily figures are being computed")
        boolean active,

        @Schema(description = "Station-days still to compute")
        long pendingStationDays) {}
