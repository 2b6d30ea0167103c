package org.lantian.server.assessment.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.lantian.quantities.BilingualText;

/** Something a reader must know beside a figure. */
@Schema(description = "Something a reader must know beside a figure")
public record Remark(
        @Schema(description = "Stable code", example = "ranking.no-station")
        String code,

        BilingualText text) {}
