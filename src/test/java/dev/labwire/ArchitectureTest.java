package dev.labwire;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import java.net.URL;
import java.net.URLConnection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds the arrows between packages that ARCHITECTURE.md draws. */
class ArchitectureTest {

    private static final String HOUSE = "dev.labwire.";

    /** What each package may use, as the table of ARCHITECTURE.md has it. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("text", Set.of()),
            Map.entry("problem", Set.of()),
            Map.entry("caching", Set.of()),
            Map.entry("job", Set.of()),
            Map.entry("storage", Set.of()),
            Map.entry("net", Set.of("text")),
            Map.entry("access", Set.of("storage", "text", "problem")),
            Map.entry("directory", Set.of("storage", "text", "access", "problem")),
            Map.entry("feed", Set.of("storage", "net", "text", "job", "access", "problem")),
            Map.entry("article", Set.of("storage", "feed", "net", "text", "job", "problem")),
            Map.entry("extraction", Set.of("storage", "article", "directory", "text", "job", "access", "problem")),
            Map.entry(
                    "timeline",
                    Set.of("storage", "extraction", "article", "directory", "text", "job", "access", "problem")),
            Map.entry("delivery", Set.of("storage", "net", "text", "job", "access", "problem")),
            Map.entry(
                    "digest",
                    Set.of("storage", "timeline", "extraction", "delivery", "net", "text", "access", "problem")),
            Map.entry("webhook", Set.of("storage", "timeline", "delivery", "text", "access", "problem")),
            Map.entry("admin", Set.of("storage", "access", "feed", "article", "extraction", "problem")),
            Map.entry("web", Set.of("timeline", "extraction", "problem")),
            Map.entry("demo", Set.of("problem")));

    /** The same inside the extraction; its values, in the package itself, are open to all of these. */
    private static final Map<String, Set<String>> ENGINE_MAY_USE = Map.of(
            "language", Set.of(),
            "scoring", Set.of(),
            "lexicon", Set.of("language"),
            "frame", Set.of("lexicon", "language", "scoring"),
            "move", Set.of("frame", "lexicon", "language", "scoring"),
            "deal", Set.of("frame", "lexicon", "language", "scoring"),
            "release", Set.of("frame", "lexicon", "language", "scoring"));

    /** The same inside the timeline; what spans these lies in the package itself, which none of them may use. */
    private static final Map<String, Set<String>> TIMELINE_PARTS_MAY_USE = Map.of(
            "merge", Set.of(),
            "search", Set.of(),
            "event", Set.of("merge"),
            "form", Set.of("event"));

    private static JavaClasses house;

    @BeforeAll
    static void read() {
        house = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.labwire");
    }

    @Test
    void theWholeHouseIsLookedAt() {
        assertThat(house.size()).isGreaterThan(200);
        assertThat(MAY_USE.keySet())
                .as("every package has its line in the table, and every line its package")
                .isEqualTo(arrows(HOUSE).keySet());
        assertThat(ENGINE_MAY_USE.keySet())
                .isEqualTo(arrows(HOUSE + "extraction.").keySet());
    }

    @Test
    void aPackageUsesOnlyWhatItMay() {
        assertThat(offences(arrows(HOUSE), MAY_USE)).isEmpty();
    }

    @Test
    void thePartsOfTheEngineUseOnlyWhatTheyMay() {
        assertThat(offences(arrows(HOUSE + "extraction."), ENGINE_MAY_USE)).isEmpty();
    }

    @Test
    void thePartsOfTheTimelineUseOnlyWhatTheyMay() {
        assertThat(offences(arrows(HOUSE + "timeline."), TIMELINE_PARTS_MAY_USE))
                .isEmpty();
        noClasses()
                .that()
                .resideInAPackage("dev.labwire.timeline.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.labwire.timeline")
                .check(house);
    }

    @Test
    void documentsAreReadWithoutFeedsServersOrTables() {
        noClasses()
                .that()
                .resideInAPackage("dev.labwire.feed.document..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.labwire.feed",
                        "dev.labwire.net..",
                        "dev.labwire.storage..",
                        "jakarta.persistence..",
                        "jakarta.inject..",
                        "java.net.http..")
                .check(house);
    }

    @Test
    void noFeatureLeadsBackToItself() {
        slices().matching("dev.labwire.(*)..").should().beFreeOfCycles().check(house);
    }

    @Test
    void theEngineIsPlainJava() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.labwire.extraction.*..", "dev.labwire.timeline.*..", "dev.labwire.text..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta..", "io.quarkus..", "org.hibernate..", "java.sql..")
                .check(house);
    }

    @Test
    void entitiesStayInTheirPackage() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .bePackagePrivate()
                .check(house);
    }

    @Test
    void thereIsOneWayOut() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.labwire.net..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.net.http..",
                        "org.apache.hc..",
                        "javax.net..",
                        "org.eclipse.angus..",
                        "io.quarkus.mailer..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(URLConnection.class)
                .orShould()
                .callMethod(URL.class, "openStream")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.Socket")
                .check(house);
    }

    @Test
    void nobodyPrintsButTheCommandLine() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("dev.labwire.Labwire")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(house);
    }

    /** For each package right below {@code root}, its siblings that it uses. */
    private static Map<String, Set<String>> arrows(String root) {
        Map<String, Set<String>> arrows = new HashMap<>();
        for (JavaClass type : house) {
            String from = part(root, type);
            if (!from.isEmpty()) {
                arrows.computeIfAbsent(from, part -> new HashSet<>())
                        .addAll(type.getDirectDependenciesFromSelf().stream()
                                .map(dependency -> part(root, dependency.getTargetClass()))
                                .filter(part -> !part.isEmpty() && !part.equals(from))
                                .collect(toCollection(HashSet::new)));
            }
        }
        return arrows;
    }

    /** The package right below {@code root} in which a class lives; empty when it lives elsewhere. */
    private static String part(String root, JavaClass type) {
        String name = type.getBaseComponentType().getPackageName() + ".";
        return name.startsWith(root) && name.length() > root.length()
                ? name.substring(root.length(), name.indexOf('.', root.length()))
                : "";
    }

    private static Set<String> offences(Map<String, Set<String>> arrows, Map<String, Set<String>> allowed) {
        Set<String> offences = new TreeSet<>();
        arrows.forEach((from, used) -> used.stream()
                .filter(to -> !allowed.getOrDefault(from, Set.of()).contains(to))
                .forEach(to -> offences.add(from + " uses " + to)));
        return offences;
    }
}
