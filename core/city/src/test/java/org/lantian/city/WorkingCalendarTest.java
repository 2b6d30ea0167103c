package org.lantian.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The working calendar")
class WorkingCalendarTest {

    @TempDir
    private Path folder = Path.of("");

    private WorkingCalendar calendar = new WorkingCalendar(List.of(), "");

    @BeforeEach
    void read() throws IOException {
        Files.createDirectories(folder.resolve("generated"));
        // Spring Festival 2019 as announced: 4–10 February free, Saturday and Sunday before worked.
        Files.writeString(folder.resolve("generated/working-days.csv"), """
                date,working,name_zh,name_en,source
                2019-01-01,no,元旦,New Year,国办发明电〔2018〕15号
                2019-02-02,yes,春节,Spring Festival,国办发明电〔2018〕15号
                2019-02-03,yes,春节,Spring Festival,国办发明电〔2018〕15号
                2019-02-04,no,春节,Spring Festival,国办发明电〔2018〕15号
                2019-02-05,no,春节,Spring Festival,国办发明电〔2018〕15号
                2019-02-06,no,春节,Spring Festival,国办发明电〔2018〕15号
                2019-02-07,no,春节,Spring Festival,国办发明电〔2018〕15号
                2019-02-08,no,春节,Spring Festival,国办发明电〔2018〕15号
                2019-02-09,no,春节,Spring Festival,国办发明电〔2018〕15号
                2019-02-10,no,春节,Spring Festival,国办发明电〔2018〕15号
                """);
        Problems problems = new Problems();
        calendar = new GeneratedFiles(new PackFolder(folder, problems)).calendar();
        assertThat(problems.errors()).isEmpty();
    }

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2019, month, day);
    }

    private boolean isWorking(LocalDate date) {
        return calendar.findDay(date).orElseThrow().working();
    }

    @Test
    @DisplayName("follows the file where it speaks and the week where it doesn't")
    void days() {
        assertThat(isWorking(day(2, 2))).as("worked Saturday").isTrue();
        assertThat(isWorking(day(2, 8))).as("free Friday").isFalse();
        assertThat(isWorking(day(3, 15))).as("ordinary Friday").isTrue();
        assertThat(isWorking(day(3, 16))).as("ordinary Saturday").isFalse();
        assertThat(isWorking(day(3, 17))).as("ordinary Sunday").isFalse();
        assertThat(calendar.findDay(day(2, 5)).orElseThrow().name().zh()).isEqualTo("春节");
    }

    @Test
    @DisplayName("covers whole years and says nothing of others")
    void coverage() {
        assertThat(calendar.listYear(2019)).hasSize(365);
        assertThat(calendar.firstYearCovered()).hasValue(2019);
        assertThat(calendar.lastYearCovered()).hasValue(2019);
        assertThat(calendar.findDay(LocalDate.of(2018, 12, 31))).isEmpty();
        assertThat(calendar.findDay(LocalDate.of(2020, 1, 1))).isEmpty();
        assertThat(calendar.listYear(2020)).isEmpty();
    }

    @Test
    @DisplayName("counts a deadline in working days, the first one being the next working day")
    void deadlines() {
        assertThat(calendar.findDeadline(day(2, 1), 1)).hasValue(day(2, 2));
        assertThat(calendar.findDeadline(day(2, 1), 3)).hasValue(day(2, 11));
        assertThat(calendar.findDeadline(day(2, 3), 1)).hasValue(day(2, 11));
        assertThat(calendar.findDeadline(day(3, 15), 1)).hasValue(day(3, 18));
    }

    @Test
    @DisplayName("gives no deadline beyond the last year covered instead of a guess")
    void deadlineBeyond() {
        assertThat(calendar.findDeadline(day(12, 30), 1)).hasValue(day(12, 31));
        assertThat(calendar.findDeadline(day(12, 31), 1)).isEmpty();
        assertThat(calendar.findDeadline(LocalDate.of(2020, 3, 2), 1)).isEmpty();
    }
}
