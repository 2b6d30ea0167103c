package org.lantian.server.assessment.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Texts in a workbook")
class TableWorkbookTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
                    =HYPERLINK(x), '=HYPERLINK(x)
                    +1,            '+1
                    -1,            '-1
                    @SUM(A1),      '@SUM(A1)
                    自来水公司,      自来水公司
                    PM₂.₅ = 5,     PM₂.₅ = 5
                    """)
    @DisplayName("that look like a formula get an apostrophe, others stay")
    void neutralised(String text, String written) {
        assertThat(TableWorkbook.safe(text)).isEqualTo(written);
    }
}
