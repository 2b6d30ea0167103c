package org.lantian.server.monitoring.web;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.lantian.server.monitoring.internal.ImportFilter;
import org.springframework.format.annotation.DateTimeFormat;

/** Which imports a list is about; everything may be absent. */
record ImportQuery(
        @Parameter(description = "文件名的一部分 / part of the file's name") @Nullable @Size(max = 100)
        String q,

        @Parameter(description = "状态；open 为排队或运行中 / state; open for those that wait or run")
        @Nullable
        @Pattern(regexp = "open|queued|running|done|failed|cancelled")
        String state,

        @Parameter(description = "是否试运行 / whether only to try") @Nullable
        Boolean dryRun,

        @Parameter(description = "提交者 / who asked for it, exact") @Nullable @Size(max = 200)
        String by,

        @Parameter(description = "提交时刻不早于 / asked for not before")
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
        @Nullable
        OffsetDateTime from,

        @Parameter(description = "提交时刻早于 / asked for before this")
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
        @Nullable
        OffsetDateTime until) {

    ImportFilter filter() {
        return new ImportFilter(q, state, dryRun, by, from, until);
    }
}
