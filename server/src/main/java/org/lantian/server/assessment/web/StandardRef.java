package org.lantian.server.assessment.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;

/** The edition of a standard behind a figure. */
@Schema(description = "The edition of a standard behind a figure")
public record StandardRef(
        @Schema(example = "gb3095-2012") String id,

        @Schema(description = "As people write it, with its phase where it has one")
        BilingualText name,

        @Schema(description = "First city day on which it is in force")
        LocalDate from,

        @Schema(description = "Last city day, null while open") @Nullable
        LocalDate to) {}
