package org.lantian.server.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.lantian.server.access.Access;
import org.lantian.server.access.Action;
import org.lantian.server.http.ExpectedVersion;
import org.lantian.server.http.Versions;
import org.lantian.server.identity.internal.Departure;
import org.lantian.server.identity.internal.User;
import org.lantian.server.identity.internal.UserService;
import org.lantian.server.problem.Languages;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Disabling accounts and handing over what leavers have open. */
@RestController
@RequestMapping("/api/v1/users/{id}")
@Tag(name = "users")
class DepartureController {

    private final Departure departure;
    private final UserService users;

    DepartureController(Departure departure, UserService users) {
        this.departure = departure;
        this.users = users;
    }

    /** Work of one kind, its title in the language asked for. */
    record WorkView(String kind, String title, int count) {

        static List<WorkView> of(List<Departure.Work> work, Locale language) {
            return work.stream()
                    .map(each -> new WorkView(each.kind(), each.title().in(language), each.count()))
                    .toList();
        }
    }

    /**
     * What an account would leave.
     *
     * @param work that must be handed over
     * @param tokens that would be void
     */
    record OpenWorkView(List<WorkView> work, int tokens) {}

    record HandOver(
            @NotNull Integer toUserId,
            @NotBlank @Size(max = 1000) String reason) {}

    /** What was done. */
    record DepartureView(UserView user, List<WorkView> handedOver, int tokensRevoked, int sessionsEnded) {}

    @GetMapping("/open-work")
    @Access(Action.EDIT_PEOPLE)
    @Operation(operationId = "listOpenWork", summary = "未结工作与有效令牌 / open work and good tokens")
    OpenWorkView openWork(@PathVariable int id, HttpServletRequest request) {
        Departure.Left left = departure.preview(id);
        return new OpenWorkView(WorkView.of(left.work(), Languages.of(request)), left.tokens());
    }

    @PostMapping("/disable")
    @Access(Action.EDIT_PEOPLE)
    @Operation(operationId = "disableUser", summary = "停用账号 / disable an account")
    ResponseEntity<DepartureView> disable(
            @PathVariable int id,
            ExpectedVersion expected,
            @RequestBody @Valid Reason reason,
            HttpServletRequest request) {
        check(id, expected, request);
        return answer(departure.disable(id, expected, reason.reason()), request);
    }

    @PostMapping("/hand-over")
    @Access(Action.EDIT_PEOPLE)
    @Operation(operationId = "handOverWork", summary = "移交未结工作并停用账号 / hand over open work and disable the account")
    ResponseEntity<DepartureView> handOver(
            @PathVariable int id,
            ExpectedVersion expected,
            @RequestBody @Valid HandOver handOver,
            HttpServletRequest request) {
        check(id, expected, request);
        return answer(departure.handOver(id, expected, handOver.toUserId(), handOver.reason()), request);
    }

    private void check(int id, ExpectedVersion expected, HttpServletRequest request) {
        User present = users.get(id);
        expected.check(present.version(), UserView.of(present, Languages.of(request)));
    }

    private static ResponseEntity<DepartureView> answer(Departure.Done done, HttpServletRequest request) {
        Locale language = Languages.of(request);
        return Versions.answer(
                done.user().version(),
                new DepartureView(
                        UserView.of(done.user(), language),
                        WorkView.of(done.handedOver(), language),
                        done.tokensRevoked(),
                        done.sessionsEnded()));
    }
}
