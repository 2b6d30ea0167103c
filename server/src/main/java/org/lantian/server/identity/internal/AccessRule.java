package org.lantian.server.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lantian.server.access.Access;
import org.lantian.server.access.Action;
import org.lantian.server.access.Actor;
import org.lantian.server.access.RoleMatrix;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Finds the controller method behind a request and allows what its {@link Access} says; without one, nothing. */
@Component
public class AccessRule implements AuthorizationManager<RequestAuthorizationContext> {

    private final ObjectProvider<RequestMappingHandlerMapping> mapping;

    private final RoleMatrix matrix;

    AccessRule(
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mapping,
            RoleMatrix matrix) {
        this.mapping = mapping;
        this.matrix = matrix;
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        Optional<HandlerMethod> handler = handler(context.getRequest());
        if (handler.isEmpty()) {
            return new AuthorizationDecision(true); // no controller: a file of the pages, or 404 or 405
        }
        Optional<Action> action = action(handler.get());
        return new AuthorizationDecision(action.isPresent() && allows(action.get(), authentication.get()));
    }

    /** What this controller method does, if it says so. */
    public static Optional<Action> action(HandlerMethod handler) {
        Access onMethod = handler.getMethodAnnotation(Access.class);
        Access access = onMethod != null
                ? onMethod
                : AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Access.class);
        return Optional.ofNullable(access).map(Access::value);
    }

    /** What a request wants to have done, where there is a controller for it that says so. */
    Optional<Action> action(HttpServletRequest request) {
        return handler(request).flatMap(AccessRule::action);
    }

    boolean allows(Action action, @Nullable Authentication authentication) {
        Actor actor = authentication != null && authentication.getPrincipal() instanceof Actor known
                ? known
                : Actor.ANONYMOUS;
        return matrix.allows(actor, action);
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
