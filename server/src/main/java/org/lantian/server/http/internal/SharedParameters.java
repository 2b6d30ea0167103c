package org.lantian.server.http.internal;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lantian.server.access.Access;
import org.lantian.server.access.Action;
import org.lantian.server.http.ExpectedVersion;
import org.lantian.server.http.PageQuery;
import org.lantian.server.http.SortedBy;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Reads {@link ExpectedVersion} from its header, and describes it and the orders of lists in the API's description. */
@Component
class SharedParameters implements HandlerMethodArgumentResolver, WebMvcConfigurer, OperationCustomizer {

    SharedParameters() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(ExpectedVersion.class);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == ExpectedVersion.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return ExpectedVersion.read(request.getHeader(HttpHeaders.IF_MATCH));
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        boolean versioned = Arrays.stream(method.getMethodParameters()).anyMatch(this::supportsParameter);
        if (versioned) {
            operation.addParametersItem(new Parameter()
                    .in("header")
                    .name(HttpHeaders.IF_MATCH)
                    .required(true)
                    .description("所依据的版本，即读取时的 ETag / the version this was made from, the ETag of the reading")
                    .schema(new StringSchema()));
        }
        if (creates(method)) {
            operation.addParametersItem(new Parameter()
                    .in("header")
                    .name(IdempotencyFilter.HEADER)
                    .required(false)
                    .description("8–100 个字符；同一键的重复请求只执行一次 / 8–100 characters; a repeated call with the same key is"
                            + " done once")
                    .schema(new StringSchema()));
        }
        SortedBy orders = method.getMethodAnnotation(SortedBy.class);
        if (orders == null && pages(method) && operation.getParameters() != null) {
            operation.getParameters().removeIf(parameter -> "sort".equals(parameter.getName()));
        }
        if (orders != null && operation.getParameters() != null) {
            operation.getParameters().stream()
                    .filter(parameter -> "sort".equals(parameter.getName()))
                    .forEach(parameter -> parameter.setSchema(orders(orders)));
        }
        return operation;
    }

    private static boolean pages(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == PageQuery.class);
    }

    private static boolean creates(HandlerMethod method) {
        RequestMapping mapping = method.getMethodAnnotation(RequestMapping.class);
        Access onMethod = method.getMethodAnnotation(Access.class);
        Access access = onMethod != null
                ? onMethod
                : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Access.class);
        return mapping != null
                && Arrays.asList(mapping.method()).contains(RequestMethod.POST)
                && (access == null || access.value() != Action.SIGN_IN);
    }

    private static StringSchema orders(SortedBy orders) {
        StringSchema schema = new StringSchema();
        schema.setEnum(Arrays.stream(orders.value())
                .map(order -> order.startsWith("-") ? order.substring(1) : order)
                .flatMap(order -> Stream.of(order, "-" + order))
                .toList());
        schema.setDefault(orders.value()[0]);
        return schema;
    }
}
