package org.lantian.server.identity.internal;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.lantian.quantities.BilingualText;
import org.lantian.server.access.Action;
import org.lantian.server.access.Actor;
import org.lantian.server.identity.LocalSecret;
import org.lantian.server.identity.SignInSettings;
import org.lantian.server.problem.Problem;
import org.lantian.server.problem.Problems;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The filter chain in front of everything: headers, CSRF, who is asking, and the rule of {@link AccessRule}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SignInSettings.class)
class SecurityRules {

    /** Everything from our own origin and no inline code or style. Charts and maps draw from data and blob images. */
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; "
            + "manifest-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    private static final int BCRYPT_STRENGTH = 12;

    @Bean
    SecurityFilterChain chain(
            HttpSecurity http,
            LocalSecret secret,
            MachineTokens tokens,
            Problems problems,
            AccessRule access,
            SessionContexts contexts,
            CookieCsrfTokenRepository csrfTokens)
            throws Exception {
        return http.csrf(
                        csrf -> csrf.spa().csrfTokenRepository(csrfTokens).ignoringRequestMatchers(BearerFilter::shows))
                .securityContext(context -> context.securityContextRepository(contexts))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .formLogin(form -> form.disable())
                .httpBasic(basic -> basic.disable())
                .logout(logout -> logout.disable())
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .frameOptions(frame -> frame.deny())
                        // each answer says itself how long it may be kept
                        .cacheControl(cache -> cache.disable()))
                .addFilterBefore(new BearerFilter(secret, tokens, problems), CsrfFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers("/v3/api-docs/**", "/v3/api-docs.yaml")
                        .access((who, context) ->
                                new AuthorizationDecision(access.allows(Action.DESCRIBE_API, who.get())))
                        .anyRequest()
                        .access(access))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (request, response, e) -> problems.write(problems.of(401, request), response))
                        .accessDeniedHandler((request, response, e) ->
                                problems.write(refusal(e, request, problems, access), response)))
                .build();
    }

    /** The token travels in a cookie that the pages read and in a header that they set. */
    @Bean
    CookieCsrfTokenRepository csrfTokens() {
        CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Strict"));
        return tokens;
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder(BCRYPT_STRENGTH);
    }

    private static Problem refusal(Exception e, HttpServletRequest request, Problems problems, AccessRule access) {
        if (e instanceof CsrfException) {
            return problems.of(
                    403,
                    "identity.csrf-token",
                    new BilingualText(
                            "缺少或错误的 CSRF 令牌，请刷新页面后再试。",
                            "The CSRF token is missing or wrong; reload the page and try again."),
                    Map.of(),
                    request);
        }
        return switch (Actor.current().standing()) {
            case FULL ->
                access.action(request)
                        .filter(action -> Actor.current().kind() == Actor.Kind.TOKEN)
                        .map(action -> refusedToken(action, request, problems))
                        .orElseGet(() -> problems.of(403, request));
            case MUST_CHANGE_PASSWORD ->
                problems.of(
                        403,
                        "identity.must-change-password",
                        new BilingualText("请先修改密码。", "The password must be changed first."),
                        Map.of(),
                        request);
            case MUST_SET_UP_SECOND_FACTOR ->
                problems.of(
                        403,
                        "identity.must-set-up-second-factor",
                        new BilingualText("请先设置第二因子。", "A second factor must be set up first."),
                        Map.of(),
                        request);
        };
    }

    private static Problem refusedToken(Action action, HttpServletRequest request, Problems problems) {
        return problems.of(
                403,
                "identity.token-not-allowed",
                new BilingualText(
                        "此令牌不可执行操作 " + action + "（" + action.text().zh() + "）：创建时未选，或其所有者已无此权限。",
                        "This token may not take the action " + action + " ("
                                + action.text().en()
                                + "): it was not chosen when the token was made, or its owner may no longer."),
                Map.of("action", action.name()),
                request);
    }
}
