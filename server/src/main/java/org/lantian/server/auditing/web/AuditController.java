package org.lantian.server.auditing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lantian.quantities.BilingualText;
import org.lantian.server.access.Access;
import org.lantian.server.access.Action;
import org.lantian.server.audit.AuditLog;
import org.lantian.server.audit.AuditSearch;
import org.lantian.server.audit.EntityRef;
import org.lantian.server.audit.Event;
import org.lantian.server.audit.EventFilter;
import org.lantian.server.audit.EventLine;
import org.lantian.server.http.Page;
import org.lantian.server.http.PageQuery;
import org.lantian.server.http.SortedBy;
import org.lantian.server.problem.ApiError;
import org.lantian.server.problem.Languages;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Searches the audit. */
@RestController
@RequestMapping("/api/v1/audit")
@Access(Action.READ_AUDIT)
@Tag(name = "audit")
class AuditController {

    private final AuditSearch search;
    private final AuditLog audit;

    AuditController(AuditSearch search, AuditLog audit) {
        this.search = search;
        this.audit = audit;
    }

    /** A word and its meaning in the language asked for. */
    @Schema(name = "AuditWord")
    record WordView(String word, String text) {}

    /** The words of the audit, for filters. */
    @Schema(name = "AuditWords")
    record WordsView(List<WordView> actions, List<WordView> entityTypes) {}

    @GetMapping("/events")
    @SortedBy({"-sequence", "actor", "action", "address"})
    @Operation(operationId = "searchAudit", summary = "查询审计日志 / events that match, the newest first")
    Page<EventLine> search(
            @ParameterObject EventFilter filter, @ParameterObject PageQuery query, HttpServletRequest request) {
        return search.page(filter, query, Languages.of(request));
    }

    @GetMapping("/events/{sequence}")
    @Operation(
            operationId = "readAuditEvent",
            summary = "一个事件及其个人信息 / one event with its personal data; reading those is itself an event")
    EventLine event(@PathVariable long sequence, HttpServletRequest request) {
        EventLine line = search.find(sequence, Languages.of(request))
                .orElseThrow(() -> ApiError.notFound(new BilingualText("审计事件", "event"), Long.toString(sequence)));
        List<String> shown = line.personal().stream()
                .filter(text -> text.text() != null)
                .map(EventLine.PersonalText::name)
                .toList();
        if (!shown.isEmpty()) {
            audit.recordAlone(Event.of("personal.read")
                    .on(EntityRef.of("audit", sequence), line.subject())
                    .after(Map.of("names", shown)));
        }
        return line;
    }

    @GetMapping("/words")
    @Operation(operationId = "listAuditWords", summary = "操作与对象类型的名称 / words for actions and things, for filters")
    WordsView words(HttpServletRequest request) {
        Locale language = Languages.of(request);
        return new WordsView(views(search.actions(), language), views(search.entityTypes(), language));
    }

    private static List<WordView> views(Map<String, BilingualText> words, Locale language) {
        return words.entrySet().stream()
                .map(word -> new WordView(word.getKey(), word.getValue().in(language)))
                .toList();
    }
}
