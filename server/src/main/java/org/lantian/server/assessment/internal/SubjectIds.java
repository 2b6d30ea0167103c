package org.lantian.server.assessment.internal;

import java.util.HashMap;
import java.util.Map;
import org.lantian.server.assessment.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keys of subjects in {@code air_subject}; a subject seen for the first time gets its row. */
final class SubjectIds {

    private final JdbcClient jdbc;
    private final Map<String, Integer> known = new HashMap<>();

    SubjectIds(JdbcClient jdbc) {
        this.jdbc = jdbc;
        jdbc.sql("SELECT id, kind, code FROM air_subject").query(row -> {
            known.put(row.getString("kind") + ":" + row.getString("code"), row.getInt("id"));
        });
    }

    int of(Subject.Kind kind, String code) {
        return known.computeIfAbsent(kind.code() + ":" + code, key -> insert(kind, code));
    }

    private int insert(Subject.Kind kind, String code) {
        return jdbc.sql("INSERT INTO air_subject (kind, code) VALUES (:kind, :code) RETURNING id")
                .param("kind", kind.code())
                .param("code", code)
                .query(Integer.class)
                .single();
    }
}
