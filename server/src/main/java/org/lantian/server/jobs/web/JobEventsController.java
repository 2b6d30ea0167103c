package org.lantian.server.jobs.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Pattern;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainException;
import org.lantian.server.access.Access;
import org.lantian.server.access.Action;
import org.lantian.server.access.Actor;
import org.lantian.server.identity.SessionWatches;
import org.lantian.server.jobs.internal.Handlers;
import org.lantian.server.jobs.internal.JobFeed;
import org.lantian.server.jobs.internal.JobList;
import org.lantian.server.problem.ApiError;
import org.lantian.server.problem.Languages;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The changes of jobs as server-sent events. Who cannot have them asks the list again every few seconds. */
@RestController
@RequestMapping("/api/v1/jobs/events")
@Tag(name = "jobs")
class JobEventsController {

    private final JobFeed feed;
    private final JobList list;
    private final Handlers handlers;
    private final SessionWatches watches;

    JobEventsController(JobFeed feed, JobList list, Handlers handlers, SessionWatches watches) {
        this.watches = watches;
        this.feed = feed;
        this.list = list;
        this.handlers = handlers;
    }

    @GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Access(Action.READ_OWN_JOBS)
    @Operation(
            operationId = "watchJobs",
            summary = "任务进展（服务器推送） / changes of jobs as server-sent events",
            description =
                    "open: all that wait or run, at the beginning and whenever a listener was too slow; job: one that"
                            + " changed; heartbeat: every 15 s; end: with the reason signed-out, stopping, replaced or renew.")
    @ApiResponse(responseCode = "200", description = "the stream")
    @ApiResponse(responseCode = "429", description = "too many listen; poll instead")
    SseEmitter events(
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(required = false) @Pattern(regexp = "zh|en") @Nullable String lang,
            HttpServletRequest request,
            HttpServletResponse response) {
        Actor actor = Actor.current();
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept == null || !accept.contains(MediaType.TEXT_EVENT_STREAM_VALUE)) {
            throw new DomainException(new ApiError(
                    406,
                    "jobs.events-only",
                    new BilingualText(
                            "此地址只提供事件流，须以 Accept: text/event-stream 请求。",
                            "This address gives a stream of events only; ask with Accept: text/event-stream."),
                    Map.of()));
        }
        if (all && !list.seesAll(actor)) {
            throw JobController.mayNotSeeAll();
        }
        Locale language = lang == null ? Languages.of(request) : Locale.of(lang);
        JobStream stream = new JobStream(actor, all, language, watches.watch(request), feed, list, handlers);
        if (!feed.add(stream)) {
            throw new DomainException(new ApiError(
                    429,
                    "jobs.too-many-listeners",
                    new BilingualText("实时连接过多，请改用轮询。", "Too many listen already; poll instead."),
                    Map.of()));
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Accel-Buffering", "no"); // a proxy in between must not collect events
        return stream.begin();
    }
}
