package it.milanoaiuta.volunteers.signup;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the city may set about signing up. */
@ConfigMapping(prefix = "volunteers.sign-up")
interface SignUpRules {

    /** With less than this between two shifts at different places she is warned. */
    @WithDefault("PT1H")
    Duration grace();

    /** For so many shifts that have not begun one person is signed up or waits, at most. */
    @WithDefault("60")
    int mostAhead();

    /** So long a leave can be undone: the page offers it for 10 s, a slow network may take the rest. */
    @WithDefault("PT1M")
    Duration undo();
}
