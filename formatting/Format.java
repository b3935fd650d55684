import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Checks ({@code check}) or mends ({@code apply}) the format of every Java source below a folder.
 */
final class Format {

    private static final Set<String> NOT_OURS =
            Set.of("target", ".git", ".mvn", "data", "node_modules");

    private final Formatter formatter =
            new Formatter(
                    JavaFormatterOptions.builder().style(JavaFormatterOptions.Style.AOSP).build());

    public static void main(String[] args) throws IOException {
        boolean apply =
                switch (args[0]) {
                    case "apply" -> true;
                    case "check" -> false;
                    default -> throw new IllegalArgumentException("check or apply, not " + args[0]);
                };
        Path root = Path.of(args[1]).toRealPath();
        List<Path> sources = sources(root);
        if (sources.isEmpty()) {
            throw new IllegalStateException(
                    "No Java source below " + root + ": nothing was checked");
        }
        Format format = new Format();
        List<Path> different =
                sources.parallelStream()
                        .filter(source -> format.differs(source, apply))
                        .sorted()
                        .toList();
        different.forEach(
                source -> System.out.println((apply ? "mended " : "") + root.relativize(source)));
        if (!apply && !different.isEmpty()) {
            System.out.println(
                    "Not in the project's format: the files above. ./mvnw -Pformat mends them.");
            System.exit(1);
        }
        System.out.println(sources.size() + " Java sources are in the project's format");
    }

    private static List<Path> sources(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> isOurs(root.relativize(path)))
                    .toList();
        }
    }

    private static boolean isOurs(Path path) {
        for (Path part : path) {
            if (NOT_OURS.contains(part.toString())) {
                return false;
            }
        }
        return true;
    }

    /** AOSP's indentation with Google's import order: one block, sorted, as most editors do it. */
    private String format(String text) throws FormatterException {
        String imports = ImportOrderer.reorderImports(text, JavaFormatterOptions.Style.GOOGLE);
        return formatter.formatSource(RemoveUnusedImports.removeUnusedImports(imports));
    }

    private boolean differs(Path source, boolean apply) {
        try {
            String text = Files.readString(source);
            String formatted = format(text);
            if (formatted.equals(text)) {
                return false;
            }
            if (apply) {
                Files.writeString(source, formatted);
            }
            return true;
        } catch (FormatterException e) {
            throw new IllegalStateException(source + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
