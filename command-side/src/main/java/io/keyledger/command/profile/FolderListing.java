package io.keyledger.command.profile;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Finds and reads the profiles of a folder. */
final class FolderListing {

    private static final long LONGEST = 4L * YamlParser.LONGEST;

    private final Path folder;
    private final List<ProfileProblem> problems;

    FolderListing(Path folder, List<ProfileProblem> problems) {
        this.folder = folder;
        this.problems = problems;
    }

    /** In the order of their names. */
    List<ProfileSource> sources() {
        List<ProfileSource> sources = new ArrayList<>();
        for (Path file : files()) {
            if (file.toString().endsWith(".yml")) {
                complain(file, "is not read, because it ends in .yml. Rename it to .yaml.");
            } else if (file.toString().endsWith(".yaml")) {
                read(file, sources);
            }
        }
        return sources;
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            complain(
                    folder,
                    "is no folder. Create it, or point keyledger.hubs-dir at the folder that holds"
                            + " your hub profiles.");
            return List.of();
        }
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> stream =
                Files.newDirectoryStream(folder, Files::isRegularFile)) {
            stream.forEach(files::add);
        } catch (IOException e) {
            complain(folder, "cannot be listed (" + e + "). Let Keyledger read it.");
        }
        Collections.sort(files);
        return files;
    }

    private void read(Path file, List<ProfileSource> sources) {
        try {
            if (Files.size(file) > LONGEST) {
                complain(file, "is longer than any profile may be.");
            } else {
                sources.add(new ProfileSource(file.toString(), Files.readString(file)));
            }
        } catch (CharacterCodingException e) {
            complain(file, "is not UTF-8 text. Save it as UTF-8.");
        } catch (IOException e) {
            complain(file, "cannot be read (" + e + "). Let Keyledger read it.");
        }
    }

    private void complain(Path file, String text) {
        problems.add(ProfileProblem.ofFile(file.toString(), text));
    }
}
