package it.milanoaiuta.gateway.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * What the frame says, and what several screens say alike: English here, the other languages in
 * <code>messages/frame_*.properties</code>, which may lack nothing (<code>WordsTest</code>).
 */
@MessageBundle("frame")
public interface FrameWords {

    @Message("Milan helps")
    String claim();

    @Message("Demonstration: the people and goods shown here are invented.")
    String demo();

    @Message("Skip to the content")
    String skip();

    @Message("Sign in")
    String signIn();

    @Message("Sign out")
    String signOut();

    @Message("Language")
    String language();

    @Message("Goods")
    String goods();

    @Message("Full: you can join the waiting list")
    String full();

    @Message("Demonstration hub: not a real place")
    String demoHub();

    @Message("from {start} to {end}")
    String span(String start, String end);

    @Message("{day}, from {start} to {end}")
    String moment(String day, String start, String end);

    @Message("At the hub")
    String atTheHub();

    @Message("Checked in")
    String checkedIn();

    @Message("It is not expected here. If it came, check it in all the same.")
    String notExpected();

    @Message("sent back: {amount}")
    String wasSentBack(String amount);

    @Message("did not come: {amount}")
    String wasMissing(String amount);

    @Message("Not everything can be shown; not answering just now:")
    String partMissing();

    @Message("This part is not answering just now. Try again in a moment.")
    String partUnknown();

    @Message("Try again")
    String tryAgain();

    @Message("What you wrote is kept.")
    String kept();

    @Message("If you ask for help, give this code:")
    String traceCode();

    @Message("No connection. What you wrote is still here: try again.")
    String offline();

    @Message("Something went wrong")
    String wrong();

    @Message("Back to the first page")
    String back();

    @Message("An open project of the city, its organisations and its people.")
    String footer();
}
