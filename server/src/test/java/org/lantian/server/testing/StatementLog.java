package org.lantian.server.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Listens to the queries that the application sends, with their parameters in place, so that a test can ask the database how
 * it answers them. A test imports it as a bean.
 */
public final class StatementLog implements BeanPostProcessor {

    private static final String WRAPPING = " wrapping ";

    private final ConcurrentLinkedQueue<String> queries = new ConcurrentLinkedQueue<>();

    /** The queries since the last call. */
    public List<String> take() {
        List<String> taken = new ArrayList<>();
        for (String query = queries.poll(); query != null; query = queries.poll()) {
            taken.add(query);
        }
        return taken;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source && !(bean instanceof Listening) ? new Listening(source) : bean;
    }

    private final class Listening extends DelegatingDataSource {

        Listening(DataSource target) {
            super(target);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return listening(Connection.class, super.getConnection());
        }
    }

    private <T> T listening(Class<T> type, T target) {
        Map<Integer, String> arrays = new TreeMap<>();
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call(target, method, arguments, arrays)));
    }

    private @Nullable Object call(
            Object target, Method method, Object @Nullable [] arguments, Map<Integer, String> arrays) throws Throwable {
        try {
            if (method.getName().equals("executeQuery") && arguments == null) {
                queries.add(text(target, arrays));
            } else if (arguments != null && arguments.length > 1 && arguments[1] instanceof Object[] elements) {
                arrays.put((Integer) arguments[0], literal(elements));
            }
            Object answer = method.invoke(target, arguments);
            return answer instanceof PreparedStatement statement
                            && method.getName().equals("prepareStatement")
                    ? listening(PreparedStatement.class, statement)
                    : answer;
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    /** The driver shows a statement with its parameters in place, but for arrays. */
    private static String text(Object statement, Map<Integer, String> arrays) {
        String text = String.valueOf(statement);
        int begin = text.indexOf(WRAPPING);
        String query = begin < 0 ? text : text.substring(begin + WRAPPING.length());
        for (String array : arrays.values()) {
            query = query.replaceFirst("\\?", Matcher.quoteReplacement(array));
        }
        return query;
    }

    private static String literal(Object[] elements) {
        return Arrays.stream(elements)
                .map(element -> "\"" + element + "\"")
                .collect(Collectors.joining(",", "'{", "}'"));
    }
}
