package org.lantian.server.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lantian.server.identity.Access;
import org.lantian.server.identity.Role;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Finds the controller method behind a request and allows what its {@link Access} says; without one, nothing. */
@Component
class AccessRule implements AuthorizationManager<RequestAuthorizationContext> {

    private final ObjectProvider<RequestMappingHandlerMapping> mapping;

    AccessRule(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mapping) {
        this.mapping = mapping;
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        Optional<HandlerMethod> handler = handler(context.getRequest());
        if (handler.isEmpty()) {
            return new AuthorizationDecision(true); // no controller: a file of the pages, or 404 or 405
        }
        Optional<Role> role = role(handler.get());
        return new AuthorizationDecision(role.isPresent() && allows(role.get(), authentication));
    }

    /** Who may use this controller method, if it says so. */
    static Optional<Role> role(HandlerMethod handler) {
        Access onMethod = handler.getMethodAnnotation(Access.class);
        Access access = onMethod != null
                ? onMethod
                : AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Access.class);
        return Optional.ofNullable(access).map(Access::value);
    }

    private static boolean allows(Role role, Supplier<? extends @Nullable Authentication> authentication) {
        return switch (role) {
            case ANYONE -> true;
            case LOGGED_IN ->
                has(authentication, Authorities.ADMINISTRATOR) || has(authentication, Authorities.MUST_CHANGE_PASSWORD);
            case ADMINISTRATOR -> has(authentication, Authorities.ADMINISTRATOR);
            case LOCAL_COMMAND_LINE -> has(authentication, Authorities.LOCAL_COMMAND_LINE);
        };
    }

    private static boolean has(Supplier<? extends @Nullable Authentication> authentication, GrantedAuthority needed) {
        Authentication who = authentication.get();
        return who != null && who.isAuthenticated() && who.getAuthorities().contains(needed);
    }

    private Optional<HandlerMethod> handler(HttpServletRequest request) {
        try {
            if (!ServletRequestPathUtils.hasParsedRequestPath(request)) {
                ServletRequestPathUtils.parseAndCache(request);
            }
            HandlerExecutionChain chain = mapping.getObject().getHandler(request);
            return chain != null && chain.getHandler() instanceof HandlerMethod method
                    ? Optional.of(method)
                    : Optional.empty();
        } catch (Exception e) {
            return Optional.empty(); // such as an unsupported method: the dispatcher says so again
        }
    }
}
