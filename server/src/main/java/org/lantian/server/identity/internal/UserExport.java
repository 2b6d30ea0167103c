package org.lantian.server.identity.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;
import org.lantian.server.access.Actor;
import org.lantian.server.access.Role;
import org.lantian.server.audit.AuditLog;
import org.lantian.server.audit.Event;
import org.lantian.server.export.CsvTable;
import org.lantian.server.export.SheetTable;
import org.springframework.stereotype.Service;

/** The list of accounts as a file, as it is shown: contact data masked. */
@Service
public class UserExport {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private static final List<BilingualText> HEADINGS = List.of(
            new BilingualText("用户名", "User name"),
            new BilingualText("姓名", "Name"),
            new BilingualText("电话", "Telephone"),
            new BilingualText("邮箱", "E-mail"),
            new BilingualText("机构代码", "Unit code"),
            new BilingualText("机构", "Unit"),
            new BilingualText("状态", "State"),
            new BilingualText("角色", "Roles"),
            new BilingualText("待授权角色", "Proposed roles"),
            new BilingualText("创建时间", "Created"),
            new BilingualText("最近登录", "Last sign-in"));

    private final UserRepository users;
    private final AuditLog audit;

    UserExport(UserRepository users, AuditLog audit) {
        this.users = users;
        this.audit = audit;
    }

    public byte[] csv(UserFilter filter, Locale language) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
            CsvTable table = new CsvTable(writer, headings(language).toArray(String[]::new));
            rows(filter, language, "csv").forEach(table::row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public byte[] xlsx(UserFilter filter, Locale language) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SheetTable table =
                new SheetTable(out, new BilingualText("账号", "Accounts").in(language), headings(language))) {
            rows(filter, language, "xlsx").forEach(table::row);
        }
        return out.toByteArray();
    }

    private static List<String> headings(Locale language) {
        return HEADINGS.stream().map(heading -> heading.in(language)).toList();
    }

    private Stream<List<@Nullable Object>> rows(UserFilter filter, Locale language, String format) {
        List<User> found = users.listAll(filter, Actor.current().scope());
        audit.recordAlone(Event.of("data.exported")
                .on("users." + format)
                .after(Map.of("rows", found.size(), "filter", filter.toString())));
        return found.stream().map(user -> row(user, language));
    }

    private static List<@Nullable Object> row(User user, Locale language) {
        User.UnitRef unit = user.unit();
        boolean english = unit != null
                && language.getLanguage().equals("en")
                && !unit.nameEn().isEmpty();
        return Arrays.<@Nullable Object>asList(
                user.username(),
                user.displayName(),
                Masked.phone(user.phone()),
                Masked.email(user.email()),
                unit == null ? null : unit.code(),
                unit == null ? null : english ? unit.nameEn() : unit.nameZh(),
                user.state().text().in(language),
                roles(user.roles(), language),
                roles(user.proposedRoles(), language),
                TIME.format(user.created()),
                time(user.lastSignIn()));
    }

    private static @Nullable String time(@Nullable OffsetDateTime time) {
        return time == null ? null : TIME.format(time);
    }

    private static String roles(List<Role> roles, Locale language) {
        String separator = language.getLanguage().equals("en") ? ", " : "、";
        return roles.stream().map(role -> role.text().in(language)).collect(Collectors.joining(separator));
    }
}
