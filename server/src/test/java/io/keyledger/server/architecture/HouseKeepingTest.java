package io.keyledger.server.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HouseKeepingTest {

    private static final Path ROOT = Path.of("..");

    @Test
    void everyPackageStatesItsPurposeAndIsNullMarked() {
        HouseKeeping house = new HouseKeeping(ROOT);

        assertThat(house.packages()).hasSizeGreaterThan(5);
        assertThat(house.packagesWithoutPurpose()).isEmpty();
    }

    @Test
    void noModuleWithTestsMayRunNone() {
        assertThat(new HouseKeeping(ROOT).modulesThatMayRunNoTest()).isEmpty();
    }

    /** One lists the files that come with it; what they say is in the files. */
    @Test
    void theEngineKnowsNoHubByName() {
        assertThat(new HouseKeeping(ROOT).sourcesThatNameAHub())
                .containsExactly("BundledHubProfiles.java");
    }

    @Test
    void aSourceThatNamesAHubIsFound(@TempDir Path root) throws IOException {
        write(root, "module/src/main/java/a/A.java", "if (hub.equals(\"hubhus\")) {}");
        write(root, "module/src/main/java/a/B.java", "if (token.startsWith(\"hbn_\")) {}");
        write(root, "module/src/main/java/a/C.java", "throw refused(\"such as hubhus.\");");

        assertThat(new HouseKeeping(root).sourcesThatNameAHub())
                .containsExactlyInAnyOrder("A.java", "B.java");
    }

    @Test
    void aPackageWithoutInfoIsFound(@TempDir Path root) throws IOException {
        write(root, "module/src/main/java/a/A.java", "package a; class A {}");

        assertThat(new HouseKeeping(root).packagesWithoutPurpose()).containsExactly("module: a");
    }

    @Test
    void aPackageWithoutASentenceIsFound(@TempDir Path root) throws IOException {
        write(root, "module/src/main/java/a/package-info.java", "/** */ @NullMarked package a;");

        assertThat(new HouseKeeping(root).packagesWithoutPurpose()).containsExactly("module: a");
    }

    @Test
    void aPackageThatIsNotNullMarkedIsFound(@TempDir Path root) throws IOException {
        write(root, "module/src/main/java/a/package-info.java", "/** Purpose. */ package a;");

        assertThat(new HouseKeeping(root).packagesWithoutPurpose()).containsExactly("module: a");
    }

    @Test
    void testsShareTheInfoOfThePackageTheyTest(@TempDir Path root) throws IOException {
        write(
                root,
                "module/src/main/java/a/package-info.java",
                "/** Purpose. */ @NullMarked package a;");
        write(root, "module/src/test/java/a/ATest.java", "package a; class ATest {}");
        write(root, "module/src/test/java/b/BTest.java", "package b; class BTest {}");

        assertThat(new HouseKeeping(root).packagesWithoutPurpose()).containsExactly("module: b");
    }

    @Test
    void aModuleWithTestsThatMayRunNoneIsFound(@TempDir Path root) throws IOException {
        String waiver = "<surefire.failIfNoTests>false</surefire.failIfNoTests>";
        write(root, "with/pom.xml", waiver);
        write(root, "with/src/test/java/a/ATest.java", "package a; class ATest {}");
        write(root, "without/pom.xml", waiver);

        assertThat(new HouseKeeping(root).modulesThatMayRunNoTest()).isEqualTo(List.of("with"));
    }

    private static void write(Path root, String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        Path pom = root.resolve(root.relativize(path).getName(0)).resolve("pom.xml");
        if (!Files.exists(pom)) {
            Files.writeString(pom, "<project/>");
        }
    }
}
