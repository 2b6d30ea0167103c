package org.lantian.server.assessment.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;

/** One of the six levels of the index. */
@Schema(description = "One of the six levels of the index")
public record AqiLevelInfo(
        int level,
        @Schema(description = "Level, for example 一级") BilingualText name,
        @Schema(description = "Class, for example 优") BilingualText category,
        int fromAqi,

        @Schema(description = "Null for the last level") @Nullable
        Integer toAqi,

        @Schema(example = "#00e400") String colour,
        @Schema(description = "Effect on health") BilingualText effect,
        @Schema(description = "Advised measures") BilingualText advice) {}
