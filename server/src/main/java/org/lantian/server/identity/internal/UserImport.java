package org.lantian.server.identity.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.InputError;
import org.lantian.server.access.Scope;
import org.lantian.server.audit.AuditLog;
import org.lantian.server.audit.Event;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the accounts of a workbook: all of them or, with any fault, none. */
@Service
public class UserImport {

    private final UserService users;
    private final UserRepository stored;
    private final UnitRepository units;
    private final UserRules rules;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    UserImport(
            UserService users,
            UserRepository stored,
            UnitRepository units,
            UserRules rules,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.users = users;
        this.stored = stored;
        this.units = units;
        this.rules = rules;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * What came of it.
     *
     * @param rows with content, the headings not counted
     * @param created accounts with their links, shown once; empty after a dry run or with errors
     * @param errors by row
     */
    public record Result(int rows, List<UserService.Created> created, List<InputError> errors) {}

    /**
     * Reads the file and makes its accounts.
     *
     * @param name of the file, for messages and the audit
     * @throws org.lantian.quantities.DomainException when it is no such table at all
     */
    public Result run(InputStream content, String name, boolean dryRun) {
        Path file = keep(content);
        try {
            UserSheet.Read sheet = UserSheet.read(file, name);
            return Objects.requireNonNull(transaction.execute(status -> run(sheet, file, name, dryRun)));
        } finally {
            delete(file);
        }
    }

    private Result run(UserSheet.Read sheet, Path file, String name, boolean dryRun) {
        units.lockTree();
        List<InputError> errors = new ArrayList<>(sheet.errors());
        List<UserDraft> drafts = drafts(sheet.lines(), name, errors);
        errors.sort(Comparator.comparingLong(InputError::row));
        List<UserService.Created> created = new ArrayList<>();
        if (errors.isEmpty() && !dryRun) {
            for (UserDraft draft : drafts) {
                created.add(users.add(draft, name));
            }
            audit.record(Event.of("accounts.imported")
                    .on(name)
                    .after(Map.of("fileSha256", sha256(file), "accounts", created.size())));
        }
        return new Result(sheet.lines().size(), created, errors);
    }

    private List<UserDraft> drafts(List<UserSheet.Line> lines, String file, List<InputError> errors) {
        Map<String, Integer> unitIds =
                units.list(Scope.EVERYWHERE, false, "").stream().collect(Collectors.toMap(Unit::code, Unit::id));
        Set<String> taken =
                stored.usernames(lines.stream().map(UserSheet.Line::username).toList());
        Map<String, Long> firstRows = new HashMap<>();
        Map<Integer, UserRules.Place> places = new HashMap<>();
        List<UserDraft> drafts = new ArrayList<>();
        for (UserSheet.Line line : lines) {
            Integer unit = unitIds.get(line.unitCode());
            UserDraft draft =
                    new UserDraft(line.username(), line.displayName(), line.phone(), line.email(), unit, line.roles());
            List<UserRules.Fault> faults = new ArrayList<>(rules.faults(draft, place(unit, places)));
            if (unit == null && !line.unitCode().isEmpty()) {
                faults.removeIf(fault -> fault.field().equals("proposedRoles")); // they would only repeat it
                faults.add(new UserRules.Fault(
                        SheetColumn.UNIT.field(),
                        line.unitCode(),
                        new BilingualText("模板“机构”页中的代码", "a code of the template's third sheet")));
            }
            if (taken.contains(draft.username())) {
                faults.add(UserService.taken(draft.username()));
            }
            Long first = firstRows.putIfAbsent(draft.username(), line.row());
            if (first != null) {
                faults.add(new UserRules.Fault(
                        SheetColumn.USERNAME.field(),
                        draft.username(),
                        new BilingualText(
                                "每个用户名一行（第 " + first + " 行已有）",
                                "one row for each user name (row " + first + " has it)")));
            }
            faults.forEach(fault -> errors.add(error(file, line.row(), fault)));
            drafts.add(draft);
        }
        return drafts;
    }

    private UserRules.Place place(@Nullable Integer unit, Map<Integer, UserRules.Place> known) {
        return unit == null ? rules.place(null) : known.computeIfAbsent(unit, rules::place);
    }

    private static InputError error(String file, long row, UserRules.Fault fault) {
        String field = fault.field().equals("proposedRoles") ? SheetColumn.ROLES.field() : fault.field();
        return new InputError("people.bad-cell", file, row, field, fault.value(), fault.expected());
    }

    private static Path keep(InputStream content) {
        try {
            Path file = Files.createTempFile("lantian-users", ".table");
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It holds personal data. */
    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
