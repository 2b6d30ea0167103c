package org.lantian.server.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Role × action: the file {@code role-matrix.csv} beside this class, one row an action, {@code x} where allowed. */
@Component
public final class RoleMatrix {

    private final Map<Action, Set<Role>> allowed = new EnumMap<>(Action.class);

    RoleMatrix() {
        try (InputStream in = Objects.requireNonNull(RoleMatrix.class.getResourceAsStream("role-matrix.csv"))) {
            read(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Roles that may take this action. */
    public Set<Role> roles(Action action) {
        return Set.copyOf(Objects.requireNonNull(allowed.get(action)));
    }

    /** Whether this actor may take this action now; over what is for the queries to say. */
    public boolean allows(Actor actor, Action action) {
        if (actor.kind() == Actor.Kind.LOCAL_COMMAND_LINE) {
            return true; // whoever reads the data directory holds everything anyway
        }
        if (actor.standing() != Standing.FULL
                && action != Action.SECURE_OWN_ACCOUNT
                && !roles(action).contains(Role.PUBLIC)) {
            return false;
        }
        boolean byRole =
                actor.actions().contains(action) && actor.roles().stream().anyMatch(roles(action)::contains);
        return byRole || roles(action).contains(Role.PUBLIC);
    }

    private void read(List<String> lines) {
        List<Role> columns = List.of(lines.getFirst().split(",")).stream()
                .skip(1)
                .map(Role::valueOf)
                .toList();
        if (!EnumSet.copyOf(columns).equals(EnumSet.allOf(Role.class))) {
            throw new IllegalStateException("role-matrix.csv does not name each role once");
        }
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = List.of(line.split(",", -1));
            Set<Role> roles = EnumSet.noneOf(Role.class);
            for (int i = 0; i < columns.size(); i++) {
                if (cells.get(i + 1).equals("x")) {
                    roles.add(columns.get(i));
                } else if (!cells.get(i + 1).isEmpty()) {
                    throw new IllegalStateException("role-matrix.csv, " + cells.getFirst() + ": " + cells.get(i + 1));
                }
            }
            if (allowed.put(Action.valueOf(cells.getFirst()), roles) != null) {
                throw new IllegalStateException("role-matrix.csv names " + cells.getFirst() + " twice");
            }
        }
        if (!allowed.keySet().equals(EnumSet.allOf(Action.class))) {
            throw new IllegalStateException("role-matrix.csv does not name each action");
        }
    }
}
