package tokenwalk.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The shape of the program, so that a newcomer finds each thing where it belongs. */
class ArchitectureTest {
    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .importPaths(List.of("model-runtime", "lessons", "app").stream()
                    .map(module -> Path.of(System.getProperty("tokenwalk.home"), module, "target", "classes"))
                    .toList());

    @Test
    void theRulesSeeTheWholeProgram() {
        assertThat(PROGRAM.contain("tokenwalk.runtime.trace.Trace")).isTrue();
        assertThat(PROGRAM.contain("tokenwalk.lessons.Sentence")).isTrue();
        assertThat(PROGRAM.contain("tokenwalk.app.Main")).isTrue();
    }

    @Test
    void nothingBelowTheAppKnowsJavaFx() {
        noClasses()
                .that()
                .resideInAnyPackage("tokenwalk.runtime..", "tokenwalk.lessons..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "tokenwalk.app..")
                .because("the runtime must serve a command line, a test or another program as well")
                .check(PROGRAM);
    }

    @Test
    void onePackageUsesTheVectorApi() {
        noClasses()
                .that()
                .resideOutsideOfPackage("tokenwalk.runtime.tensor.kernel")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jdk.incubator.vector..")
                .because(
                        "an incubating interface changes: one place must follow, and the scalar kernel stays the reference")
                .check(PROGRAM);
    }

    @Test
    void oneClassUsesTheMatrixLibrary() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("tokenwalk.app.drift.model.PrincipalComponents")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.ejml..")
                .because("the projection's library can then be replaced by one class (decision 0003)")
                .check(PROGRAM);
    }

    @Test
    void modelsKnowNoSceneGraph() {
        noClasses()
                .that()
                .resideInAnyPackage("tokenwalk.app..model..", "tokenwalk.app.session..", "tokenwalk.app.background..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "javafx.scene..", "javafx.stage..", "tokenwalk.app..view..", "tokenwalk.app.controls..")
                .because("what is shown must be testable without showing it")
                .check(PROGRAM);
    }

    @Test
    void controlsKnowNoModel() {
        noClasses()
                .that()
                .resideInAnyPackage("tokenwalk.app.controls..", "tokenwalk.app.theme..", "tokenwalk.app.pipeline..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("tokenwalk.runtime..", "tokenwalk.lessons..", "tokenwalk.app.session..")
                .because("a control is given numbers and words, whoever computed them")
                .check(PROGRAM);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("tokenwalk.(**)")
                .should()
                .beFreeOfCycles()
                .because("a package must be readable before those that use it")
                .check(PROGRAM);
    }

    @Test
    void noClassIsNamedAfterNothing() {
        classes()
                .that(resideInAPackage("tokenwalk.."))
                .should()
                .haveNameNotMatching(".*(Util|Utils|Helper|Manager|Tools|Pair|Misc)")
                .because("a name says what a thing is")
                .check(PROGRAM);
    }
}
