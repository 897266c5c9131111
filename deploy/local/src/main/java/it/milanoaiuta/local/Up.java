package it.milanoaiuta.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import it.milanoaiuta.local.demo.DemoWeek;

/** <code>deploy/up</code>: starts the platform, says so, keeps it alive, and ends it when asked to end. */
final class Up {

    private static final int BAD_ARGUMENTS = 2;

    private final Arguments arguments;
    private final Home home;
    private final Progress progress = new Progress(System.out);
    private volatile boolean ending;

    private Up(Arguments arguments) throws IOException {
        this.arguments = arguments;
        this.home = new Home(folder(arguments));
    }

    /** Demo data and the city's own never share a folder. */
    static Path folder(Arguments arguments) {
        return arguments.home().orElseGet(() -> Project.root().resolve("data").resolve(arguments.demo() ? "demo" : "live"))
                .toAbsolutePath();
    }

    public static void main(String[] words) throws Exception {
        Snapshot.ofOurClasses();
        try {
            Arguments arguments = Arguments.parse(words);
            if (arguments.detach()) {
                Detached.start(arguments, new Home(folder(arguments)));
            } else {
                new Up(arguments).run();
            }
        } catch (BadArguments e) {
            System.err.println(e.getMessage() + "\n\n" + Arguments.USAGE);
            System.exit(BAD_ARGUMENTS);
        } catch (PartFailed e) {
            System.err.println("\n" + e.getMessage());
            System.exit(1);
        }
    }

    static PartFailed runsAlready(Home home) throws IOException {
        return new PartFailed(
                "It runs already" + home.supervisor().map(process -> " (process " + process.pid() + ")").orElse("")
                        + ", with the data in " + home.folder() + ". deploy/down ends it.");
    }

    private void run() throws Exception {
        if (!home.take()) {
            throw runsAlready(home);
        }
        home.unpublish();
        for (String part : home.endLeftovers()) {
            progress.say(part + " was left running by a supervisor that was killed; ended it");
        }
        home.completeReset();
        if (arguments.reset()) {
            home.reset();
            progress.say("all data in " + home.folder() + " are gone");
        }
        home.keepOnly(arguments.demo());
        Platform platform = new Platform(arguments, arguments.anyPorts() ? home.anyPorts() : PortPlan.usual(), home,
                progress);
        refuseTakenPorts(platform.parts());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(platform), "end"));
        start(platform);
        if (arguments.demo() && !arguments.withoutWeek() && !arguments.infrastructureOnly()) {
            demoWeek(platform.addresses());
        }
        home.publish(platform.addresses());
        Welcome.print(System.out, platform.addresses(), arguments);
        awaitEnd();
    }

    private void refuseTakenPorts(List<Part> parts) throws IOException {
        List<String> taken = new ArrayList<>();
        for (Part part : parts) {
            for (int port : part.ports()) {
                if (!Ports.isFree(port)) {
                    taken.add("Port " + port + ", which " + part.name() + " needs, is taken by "
                            + Ports.describeListener(port) + ".");
                }
            }
        }
        if (!taken.isEmpty() && otherStack().isPresent()) {
            throw new PartFailed("The stack in " + otherStack().get() + " runs and has these ports. deploy/down ends it.");
        }
        if (!taken.isEmpty()) {
            throw new PartFailed(String.join("\n", taken) + "\nNothing was started.");
        }
    }

    /** The demo's folder while this is the city's, and the other way round, when a supervisor holds it. */
    private Optional<Path> otherStack() throws IOException {
        Path other = Project.root().resolve("data").resolve(arguments.demo() ? "live" : "demo");
        return Files.isDirectory(other) && new Home(other).supervisor().isPresent() ? Optional.of(other) : Optional.empty();
    }

    /** A part that ends while it starts has failed, unless all are being ended. */
    private void start(Platform platform) throws InterruptedException {
        try (var reminder = progress.remindOf(platform::awaited)) {
            platform.start();
        } catch (PartFailed failed) {
            if (!ending) {
                throw failed;
            }
            Thread.currentThread().join();
        }
    }

    /** The platform is up without it too: a week that stops half way is said, and goes on at the next start. */
    private void demoWeek(Addresses addresses) throws InterruptedException {
        try {
            new DemoWeek(addresses.gateway(), addresses.realm(), home.folder().resolve("demo-week"), progress::say).happen();
        } catch (IOException | RuntimeException e) {
            progress.say("the demo week is not complete: " + e.getMessage());
        }
    }

    /** Until a signal ends this process, or the one it was to end with is gone. */
    private void awaitEnd() throws InterruptedException {
        Optional<ProcessHandle> companion = arguments.endsWith().flatMap(ProcessHandle::of);
        if (arguments.endsWith().isEmpty()) {
            Thread.currentThread().join();
        }
        companion.ifPresent(process -> process.onExit().join());
        System.exit(0);
    }

    private void end(Platform platform) {
        ending = true;
        progress.say("ending");
        Commands.endAll();
        platform.end();
        try {
            home.unpublish();
        } catch (IOException stays) {
            // the process it names is gone, which readers check
        }
        progress.say("ended");
    }
}
