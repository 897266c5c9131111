package it.milanoaiuta.local;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the project lies. */
final class Project {

    private Project() {}

    /** System property "project.root" where Maven set it, else the nearest folder above with a ".mvn" in it. */
    static Path root() {
        String told = System.getProperty("project.root");
        if (told != null) {
            return Path.of(told);
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(".mvn"))) {
                return folder;
            }
        }
        throw new IllegalStateException("Not inside the project: no folder above " + Path.of("").toAbsolutePath()
                + " has a .mvn, and -Dproject.root is not set.");
    }
}
