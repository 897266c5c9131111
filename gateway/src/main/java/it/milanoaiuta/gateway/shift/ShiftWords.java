package it.milanoaiuta.gateway.shift;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What is said of shifts and of one's own. */
@MessageBundle("shift")
public interface ShiftWords {

    @Message("Lend a hand")
    String help();

    @Message("My shifts")
    String myShifts();

    @Message("When")
    String when();

    @Message("Where")
    String where();

    @Message("What you do")
    String whatYouDo();

    @Message("Your part")
    String yourPart();

    @Message("Sign up")
    String signUp();

    @Message("Sign in to take a place")
    String signInToSignUp();

    @Message("You need no papers. You can leave with one tap until it begins.")
    String signUpMore();

    @Message("You are in")
    String confirmed();

    @Message("Your place is kept. We look forward to seeing you.")
    String confirmedMore();

    @Message("You are number {n} on the waiting list")
    String waiting(int n);

    @Message("A place that comes free goes to the first who waits; in the last 24 hours we ask one after the other. You see it here and under “My shifts”.")
    String waitingMore();

    @Message("A place is free: can you come?")
    String asked();

    @Message("It goes to the first who says yes. If you do not answer you keep your number.")
    String askedMore();

    @Message("Here there is room on that day")
    String others();

    @Message("Take the place")
    String accept();

    @Message("We have your request")
    String requested();

    @Message("Your place is kept until it is approved.")
    String requestedMore();

    @Message("Less than an hour to get from one place to the other")
    String closeTo();

    @Message("You also have:")
    String closeToWhat();

    @Message("Both places are yours. If you cannot manage both, leave one of the two.")
    String bothYours();

    @Message("On hold for now")
    String frozen();

    @Message("We do not know yet whether this shift will be held. Your place stays; you can still leave.")
    String frozenMore();

    @Message("Leave this shift")
    String leave();

    @Message("You are no longer on this shift.")
    String left();

    @Message("Undo")
    String undo();

    @Message("You have no shifts yet.")
    String noSignUps();

    @Message("This shift was cancelled.")
    String cancelled();
}
