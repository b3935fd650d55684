package io.keyledger.server.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads sources and poms of all modules below a root, for what class files do not show. */
final class HouseKeeping {

    private static final Pattern PURPOSE =
            Pattern.compile("(?s)/\\*\\*[\\s*]*\\p{L}.*\\..*\\*/\\s*@NullMarked");

    /** What decides by a hub's name: the word alone, not a text that has it as an example. */
    private static final Pattern HUBS_NAME =
            Pattern.compile("\"(hubnity|nextoria|hubhus|onboardinghub|hbn|nxh|hhs|obh)_?\"");

    private final Path root;

    HouseKeeping(Path root) {
        this.root = root;
    }

    List<String> packages() {
        return modules().stream()
                .flatMap(module ->
                        Stream.of("main", "test")
                                .flatMap(set -> packages(module, set))
                                .map(it -> module.getFileName() + ": " + it)
                                .distinct())
                .toList();
    }

    List<String> packagesWithoutPurpose() {
        return packages().stream().filter(it -> !statesItsPurpose(it)).toList();
    }

    List<String> modulesThatMayRunNoTest() {
        return modules().stream()
                .filter(module -> packages(module, "test").findAny().isPresent())
                .filter(module -> read(module.resolve("pom.xml")).contains("failIfNoTests>false"))
                .map(module -> module.getFileName().toString())
                .toList();
    }

    List<String> sourcesThatNameAHub() {
        return modules().stream()
                .filter(module -> !module.endsWith("benchmarks"))
                .map(module -> sources(module, "main"))
                .filter(Files::isDirectory)
                .flatMap(HouseKeeping::javaFiles)
                .filter(file -> HUBS_NAME.matcher(read(file)).find())
                .map(file -> file.getFileName().toString())
                .toList();
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(it -> it.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean statesItsPurpose(String modulePackage) {
        String[] parts = modulePackage.split(": ", 2);
        return Stream.of("main", "test")
                .map(set -> sources(root.resolve(parts[0]), set))
                .map(it -> it.resolve(parts[1].replace('.', '/')).resolve("package-info.java"))
                .filter(Files::exists)
                .anyMatch(it -> PURPOSE.matcher(read(it)).find());
    }

    private List<Path> modules() {
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(it -> Files.exists(it.resolve("pom.xml"))).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> packages(Path module, String set) {
        Path sources = sources(module, set);
        if (!Files.isDirectory(sources)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.walk(sources)) {
            return files
                    .filter(it -> it.toString().endsWith(".java"))
                    .map(it -> sources.relativize(it.getParent()).toString().replace('/', '.'))
                    .distinct()
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path sources(Path module, String set) {
        return module.resolve("src").resolve(set).resolve("java");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
