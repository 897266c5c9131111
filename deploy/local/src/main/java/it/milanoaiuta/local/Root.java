package it.milanoaiuta.local;

import java.io.IOException;
import java.util.List;

/** PostgreSQL refuses to run as root. In a user namespace of its own it is nobody there, and still the owner of its files. */
final class Root {

    private Root() {}

    /** What to put before the command: nothing for an ordinary user. */
    static List<String> without() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        List<String> namespace = List.of("unshare", "--user");
        try {
            Commands.run(List.of("unshare", "--user", "true"));
            return namespace;
        } catch (IOException notAllowed) {
            throw new PartFailed(
                    "PostgreSQL does not run as root, and this system does not allow 'unshare --user', which would "
                            + "help. Run this as an ordinary user.",
                    notAllowed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailed("Interrupted.", e);
        }
    }
}
