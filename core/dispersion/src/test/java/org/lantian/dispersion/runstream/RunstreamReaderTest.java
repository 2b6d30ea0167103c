package org.lantian.dispersion.runstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lantian.dispersion.source.AreaSource;
import org.lantian.dispersion.source.EmissionSchedule;
import org.lantian.dispersion.source.HalfLife;
import org.lantian.dispersion.source.PointSource;
import org.lantian.quantities.DomainException;
import org.lantian.quantities.InputError;

@DisplayName("A runstream")
class RunstreamReaderTest {

    @TempDir
    private Path folder;

    @Test
    @DisplayName("gives sources, groups, receptors and files as they stand")
    void whole() {
        Run run = SmallRun.reading(folder, SmallRun.RUNSTREAM);
        assertThat(run.sources()).hasSize(2);
        assertThat(run.groups()).extracting(Run.Group::name).containsExactly("ALL", "ONE");
        assertThat(run.groups().get(0).sources()).containsExactly(0, 1);
        assertThat(run.groups().get(1).sources()).containsExactly(0);
        assertThat(run.places()).hasSize(17);
        assertThat(run.places().get(1).receptor().x()).isEqualTo(1000 * Math.sin(Math.PI / 4));
        assertThat(run.places().get(0).network()).isEqualTo("POL");
        assertThat(run.places().get(16).network()).isEmpty();
        assertThat(run.places().get(16).receptor().elevation()).isEqualTo(100.0);
        assertThat(run.output().plots()).hasSize(2);
        assertThat(run.printOnly()).containsExactly("ME SURFDATA", "ME UAIRDATA", "OU RECTABLE");
    }

    @Test
    @DisplayName("reads the same with tabs and DOS line ends")
    void dos() {
        String dos = SmallRun.RUNSTREAM.replace("   LOCATION  ", "\tLOCATION\t").replace("\n", "\r\n");
        assertThat(SmallRun.reading(folder, dos).sources())
                .isEqualTo(SmallRun.reading(folder, SmallRun.RUNSTREAM).sources());
    }

    @Test
    @DisplayName("knows capped and horizontal stacks, areas, factors and ranges of ids")
    void kinds() {
        Run run = SmallRun.reading(folder, "   SRCGROUP  ALL\n", """
                   LOCATION  A001 POINTCAP 0 0
                   SRCPARAM  A001 1 10 0 5 1
                   LOCATION  A002 POINTHOR 0 0
                   SRCPARAM  A002 1 10 -20 5 1
                   LOCATION  A010 AREACIRC 0 0
                   SRCPARAM  A010 1E-5 1 100 20 1
                   LOCATION  LN LINE 0 0 100 0
                   SRCPARAM  LN 1E-4 1 12
                   EMISFACT  A001 MONTH 6*1.0 6*0.5
                   SRCGROUP  ALL
                   SRCGROUP  RANGE A001-A009
                """);
        assertThat(run.groups().get(1).sources()).containsExactly(2, 3);
        assertThat(((PointSource) run.sources().get(3).source()).outlet()).isEqualTo(PointSource.Outlet.HORIZONTAL);
        assertThat(run.sources().get(2).schedule()).isInstanceOf(EmissionSchedule.Factors.class);
        assertThat(((AreaSource) run.sources().get(4).source()).squareMetres())
                .isCloseTo(Math.PI * 1e4, org.assertj.core.data.Offset.offset(1e-6));
        assertThat(((AreaSource) run.sources().get(5).source()).squareMetres())
                .isCloseTo(1200, org.assertj.core.data.Offset.offset(1e-6));
    }

    @Test
    @DisplayName("gives SO2 of urban sources a half-life of four hours unless another is given")
    void decay() {
        String urban = SmallRun.RUNSTREAM
                .replace("POLLUTID  OTHER", "POLLUTID  SO2\n   URBANOPT  500000 City 0.8")
                .replace("   SRCGROUP  ALL", "   URBANSRC  S1\n   SRCGROUP  ALL");
        Run run = SmallRun.reading(folder, urban);
        assertThat(run.sources().get(0).decay()).isEqualTo(HalfLife.URBAN_SO2);
        assertThat(run.sources().get(1).decay()).isEqualTo(HalfLife.NONE);
        Run given = SmallRun.reading(folder, urban.replace("   URBANOPT", "   HALFLIFE 3600\n   URBANOPT"));
        assertThat(given.sources()).allSatisfy(s -> assertThat(s.decay()).isEqualTo(HalfLife.ofSeconds(3600)));
    }

    @Test
    @DisplayName("with rate 0 is taken and said so")
    void zero() {
        assertThat(SmallRun.reading(folder, "S2 1.0", "S2 0.0").notes()).anyMatch(note -> note.contains("S2"));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @DisplayName("with a fault is refused with file, line and keyword")
    @CsvSource(delimiter = '|', textBlock = """
            SRCGROUP  ALL                | BUILDHGT  S1 36*50.      | runstream.keyword-unsupported | 13 | BUILDHGT
            RECTABLE  ALLAVE FIRST       | MAXIFILE  1 ALL 5 x.out  | runstream.keyword-unsupported | 33 | MAXIFILE
            MODELOPT  CONC FLAT          | MODELOPT  CONC DEPOS     | runstream.option-unsupported  | 3  | MODELOPT
            LOCATION  S2 VOLUME          | LOCATION  S1 VOLUME      | runstream.duplicate           | 11 | LOCATION
            LOCATION  S2 VOLUME          | LOCATION  S2 RLINE       | runstream.argument            | 11 | LOCATION
            SRCPARAM  S2 1.0 5.0 4.0 2.0 | EMISFACT  S2 MONTH 12*1  | runstream.parameters-missing  | 11 | LOCATION
            SRCPARAM  S2 1.0             | SRCPARAM  S2 -1.0        | runstream.argument            | 12 | SRCPARAM
            SRCPARAM  S2 1.0 5.0         | SRCPARAM  S2 1.0 five    | runstream.argument            | 12 | SRCPARAM
            SRCPARAM  S2 1.0 5.0 4.0 2.0 | SRCPARAM  S2 1.0 5.0     | runstream.argument-count      | 12 | SRCPARAM
            SRCPARAM  S1 10.0 30.0 400.0 10.0 1.0 | SRCPARAM  S1 10.0 30.0 400.0 10.0 0 | runstream.value | 10 | SRCPARAM
            SRCGROUP  ONE S1             | SRCGROUP  ONE S9         | runstream.unknown-source      | 14 | SRCGROUP
            SRCGROUP  ONE S1             | URBANSRC  S1             | runstream.urban-missing       | 9  | LOCATION
            SRCGROUP  ONE S1             | SRCGROUP  ONE BACKGROUND | runstream.background-missing  | 14 | SRCGROUP
            SRCGROUP  ONE S1             | EMISFACT  S1 MONTH 1 2 3 | runstream.argument-count      | 14 | EMISFACT
            GRIDPOLR POL END             | GRIDPOLR POL DIST 2000   | runstream.grid-open           | 17 | GRIDPOLR
            DISCCART 0 0                 | DISCCART 0 0 0 0 2.0     | runstream.argument            | 22 | DISCCART
            DISCCART 0 0                 | DISCCART 0               | runstream.argument-count      | 22 | DISCCART
            PLOTFILE  1 ALL              | PLOTFILE  1 NONE         | runstream.unknown-group       | 34 | PLOTFILE
            PLOTFILE  1 ALL              | PLOTFILE  8 ALL          | runstream.average-missing     | 34 | PLOTFILE
            ALL FIRST out/all_1.plt      | ALL FIRST ../all_1.plt   | runstream.output-path         | 34 | PLOTFILE
            ALL FIRST out/all_1.plt      | ALL FIRST /tmp/all_1.plt | runstream.output-path         | 34 | PLOTFILE
            ONE out/one_period.plt       | ONE out/all_1.plt        | runstream.output-twice        | 35 | PLOTFILE
            AVERTIME  1 3 24 PERIOD      | AVERTIME  1 5            | runstream.argument            | 4  | AVERTIME
            PROFBASE  100.0 METERS       | STARTEND 23 02 29 23 03 01 | runstream.argument          | 29 | STARTEND
            PROFBASE  100.0 METERS       | STARTEND 23 03 01 23 02 01 | runstream.argument          | 29 | STARTEND
            """)
    void faults(String old, String replacement, String code, long line, String keyword) {
        assertThatThrownBy(() -> SmallRun.reading(folder, old, replacement))
                .isInstanceOfSatisfying(DomainException.class, e -> {
                    InputError error = (InputError) e.error();
                    assertThat(error.code()).isEqualTo(code);
                    assertThat(error.file()).isEqualTo("run.inp");
                    assertThat(error.row()).isEqualTo(line);
                    assertThat(error.field()).isEqualTo(keyword);
                    assertThat(error.message().zh()).contains("第 " + line + " 行", keyword);
                });
    }

    @ParameterizedTest(name = "without {0}")
    @DisplayName("without a keyword that it needs is refused by naming it")
    @CsvSource({"POLLUTID,CO", "SRCGROUP,SO", "SURFFILE,ME", "PROFBASE,ME"})
    void missing(String keyword, String part) {
        String text = SmallRun.RUNSTREAM
                .lines()
                .filter(line -> !line.strip().startsWith(keyword))
                .reduce("", (a, b) -> a + b + "\n");
        assertThatThrownBy(() -> SmallRun.reading(folder, text)).hasMessageContaining(part + " " + keyword);
    }

    @Test
    @DisplayName("that is cut off says where it ends")
    void cutOff() {
        String half = SmallRun.RUNSTREAM.substring(0, SmallRun.RUNSTREAM.indexOf("ME FINISHED"));
        assertThatThrownBy(() -> SmallRun.reading(folder, half)).hasMessageContaining("ME FINISHED");
    }

    @Test
    @DisplayName("takes two-digit years 50–99 as 19xx and 00–49 as 20xx")
    void years() {
        assertThat(List.of(FortranText.year(49), FortranText.year(50), FortranText.year(0), FortranText.year(2024)))
                .containsExactly(2049, 1950, 2000, 2024);
        assertThat(FortranText.year(150)).isNegative();
    }
}
