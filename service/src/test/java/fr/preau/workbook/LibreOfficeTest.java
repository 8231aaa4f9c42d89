package fr.preau.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.preau.Scene;
import fr.preau.access.Principal;
import fr.preau.audit.Cell;
import fr.preau.checklist.Verdict;
import fr.preau.database.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * What LibreOffice Calc opens and saves again comes back as it went. Where it is not installed the test is skipped, and says
 * so: {@code apt-get install libreoffice-calc --no-install-recommends}.
 */
@EnabledIfSystemProperty(named = "preau.long", matches = "true")
class LibreOfficeTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final List<String> HOSTILE = List.of(
            "=1+1",
            "+33 1 23",
            "-12,5",
            "@SUM(A1)",
            "＝1+1",
            "'=1+1",
            "0123",
            "12/03/2026",
            "_x000D_ _x0041_",
            "a  b\tc",
            "une\nligne\n\n  puis une autre",
            "« \u00a0 » 😀 <b>&amp;</b>");

    @TempDir
    Path folder;

    @Test
    void brings_back_what_libreoffice_has_saved_in_either_format() throws Exception {
        assumeTrue(Calc.installed(), "LibreOffice Calc is not installed: nothing was tried");
        Desk desk = new Desk(DB);
        Principal agent = desk.scene.agent();
        List<Cell> cells =
                desk.scene.audits.view(agent, desk.scene.audit(Scene.COLLEGE)).cells();
        for (int i = 0; i < HOSTILE.size(); i++) {
            String control = cells.get(i).control().value();
            desk.save(agent, Scene.COLLEGE, control, Verdict.PARTIEL, HOSTILE.get(i));
        }
        for (Format from : Format.values()) {
            for (Format to : Format.values()) {
                for (Shape shape : Shape.values()) {
                    byte[] saved = Calc.saved(folder, desk.export(agent, from, shape), from, to);
                    Report report = desk.read(agent, saved);
                    assertThat(report.page().items())
                            .as(from + " to " + to + ", " + shape)
                            .isEmpty();
                    assertThat(report.reading().same()).isGreaterThan(200);
                    assertThat(report.reading().moved()).isZero();
                }
            }
        }
    }
}
