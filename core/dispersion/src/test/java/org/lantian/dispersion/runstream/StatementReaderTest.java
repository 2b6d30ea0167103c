package org.lantian.dispersion.runstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.quantities.DomainException;

@DisplayName("Statements of a runstream")
class StatementReaderTest {

    private static final String REST = """
            SO STARTING
            SO FINISHED
            RE STARTING
            RE FINISHED
            ME STARTING
            ME FINISHED
            OU STARTING
            OU FINISHED""";

    private static List<Statement> read(String text) {
        return StatementReader.read("a.inp", List.of((text + "\n" + REST).split("\n")));
    }

    @Test
    @DisplayName("know part, keyword, arguments and line; comments and blank lines are passed over")
    void plain() {
        List<Statement> statements = read("""
                ** a comment
                CO STARTING

                   titleone  Two  words
                CO MODELOPT  CONC   FLAT
                CO FINISHED""");
        assertThat(statements)
                .containsExactly(
                        new Statement("a.inp", 4, Pathway.CO, "TITLEONE", List.of("Two", "words")),
                        new Statement("a.inp", 5, Pathway.CO, "MODELOPT", List.of("CONC", "FLAT")));
    }

    @Test
    @DisplayName("go on with the keyword before when a line starts far to the right, also behind tabs")
    void continued() {
        List<Statement> statements =
                read("CO STARTING\n   AVERTIME  1 3\n             24\n\t\tPERIOD\n\tPOLLUTID SO2\nCO FINISHED");
        assertThat(statements.stream().map(Statement::keyword))
                .containsExactly("AVERTIME", "AVERTIME", "AVERTIME", "POLLUTID");
        assertThat(statements.get(2).arguments()).containsExactly("PERIOD");
    }

    @Test
    @DisplayName("keep what stands between quotation marks together")
    void quoted() {
        assertThat(read("CO STARTING\n   ERRORFIL \"my file.err\" 5\nCO FINISHED")
                        .getFirst()
                        .arguments())
                .containsExactly("my file.err", "5");
    }

    @Test
    @DisplayName("repeat a number as 3*1.5 says, and take D for an exponent")
    void numbers() {
        Statement statement =
                read("CO STARTING\n   X  3*1.5 2.0D1 -.5\nCO FINISHED").getFirst();
        assertThat(statement.numbers(0, "x", -1e9, 1e9)).containsExactly(1.5, 1.5, 1.5, 20.0, -0.5);
    }

    @Test
    @DisplayName("must stand in parts in the order CO SO RE ME OU, each started and finished")
    void structure() {
        assertThatThrownBy(() -> StatementReader.read("a.inp", List.of("CO STARTING", "   TITLEONE x", "SO STARTING")))
                .isInstanceOf(DomainException.class)
                .hasMessageContaining("a.inp, row 3")
                .hasMessageContaining("CO FINISHED first");
        assertThatThrownBy(() -> StatementReader.read("a.inp", List.of("SO STARTING")))
                .hasMessageContaining("row 1")
                .hasMessageContaining("CO");
        assertThatThrownBy(() -> StatementReader.read("a.inp", List.of("CO STARTING", "CO FINISHED")))
                .hasMessageContaining("SO FINISHED");
    }
}
