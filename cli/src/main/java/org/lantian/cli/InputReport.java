package org.lantian.cli;

import org.lantian.cli.air.HourTable;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainException;

/** What the commands that compute on files say about their input. */
final class InputReport {

    private InputReport() {}

    /** Prints on stderr what of the files could not be taken. */
    static void print(HourTable table, CommonOptions common) {
        if (table.rejected() > 0) {
            System.err.println(common.text(new BilingualText(
                    table.rejected() + " 个值无法采用，例如：", table.rejected() + " values could not be taken, for example:")));
            table.firstRejections().forEach(error -> System.err.println("  " + common.text(error.message())));
        }
        if (table.contradictions() > 0) {
            System.err.println(common.text(new BilingualText(
                    table.contradictions() + " 个值在文件中前后矛盾，采用后出现的",
                    table.contradictions()
                            + " values contradict earlier ones of the files: the later ones are taken")));
        }
    }

    /** The fault of an option's value; exit code 2. */
    static DomainException wrongOption(String option, String value, BilingualText expected) {
        return new DomainException(new OptionError(option, value, expected));
    }
}
