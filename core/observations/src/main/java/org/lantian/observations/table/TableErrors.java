package org.lantian.observations.table;

import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainException;
import org.lantian.quantities.InputError;

/** Faults of a file that make it unreadable as a whole. */
final class TableErrors {

    private TableErrors() {}

    static DomainException of(String code, String file, long row, String found, String zh, String en) {
        return new DomainException(new InputError(code, file, row, "", found, new BilingualText(zh, en)));
    }

    static DomainException encoding(String file, long row) {
        return of(
                "import.encoding",
                file,
                row,
                "",
                " UTF-8 或 GBK（GB18030）编码的文本，请另存为其中一种",
                "text in UTF-8 or GBK (GB18030); please save it in one of them");
    }

    static DomainException truncated(String file, Throwable cause) {
        return new DomainException(
                new InputError(
                        "import.truncated",
                        file,
                        0,
                        "",
                        "",
                        new BilingualText(
                                "完整的压缩文件，但它中途结束或已损坏；请重新取得该文件",
                                "a complete packed file, but it ends early or is damaged; please fetch it again")),
                cause);
    }

    static DomainException unreadable(String file, Throwable cause) {
        return new DomainException(
                new InputError(
                        "import.unreadable",
                        file,
                        0,
                        "",
                        String.valueOf(cause.getMessage()),
                        new BilingualText("可以读取的文件", "a file that can be read")),
                cause);
    }
}
