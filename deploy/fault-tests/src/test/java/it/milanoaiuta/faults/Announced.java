package it.milanoaiuta.faults;

import java.time.Duration;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Prints which piece runs, how long it took and how it ended: a long programme is followed by reading along. */
class Announced implements BeforeTestExecutionCallback, AfterTestExecutionCallback {

    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(Announced.class);

    @Override
    public void beforeTestExecution(ExtensionContext test) {
        test.getStore(HERE).put("began", System.nanoTime());
        System.out.println("== " + name(test));
    }

    @Override
    public void afterTestExecution(ExtensionContext test) {
        long seconds = Duration.ofNanos(System.nanoTime() - test.getStore(HERE).get("began", Long.class)).toSeconds();
        String end = test.getExecutionException().map(failure -> "ENDED by " + failure.getMessage()).orElse("held");
        System.out.printf("== %s: %d s, %s%n", name(test), seconds, end);
    }

    private static String name(ExtensionContext test) {
        return test.getRequiredTestClass().getSimpleName() + "#" + test.getRequiredTestMethod().getName() + " "
                + (test.getDisplayName().startsWith(test.getRequiredTestMethod().getName()) ? "" : test.getDisplayName());
    }
}
