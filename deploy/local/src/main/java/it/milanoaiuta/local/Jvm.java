package it.milanoaiuta.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts a class of ours in a JVM of its own, on the compiled classes and the servers' jars copied beside them. */
final class Jvm {

    /** Of a JVM that only looks after others. */
    static final List<String> SMALL = List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=off");

    private Jvm() {}

    static ProcessBuilder running(Class<?> main, List<String> options, List<String> arguments) {
        Path target = Project.root().resolve("deploy/local/target");
        List<String> command = new ArrayList<>();
        command.add(java().toString());
        command.addAll(options);
        command.addAll(List.of("-Dproject.root=" + Project.root(), "-cp",
                target.resolve("classes") + ":" + target.resolve("lib") + "/*",
                main.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }

    static ProcessBuilder supervisor(List<String> words) {
        return running(Up.class, SMALL, words);
    }

    /** With the JVMs of all its parts, which live for minutes: the second compiler would take more time than it gives back. */
    static ProcessBuilder shortLived(ProcessBuilder supervisor) {
        supervisor.environment().put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
        return supervisor;
    }

    /** The java that runs this. */
    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
