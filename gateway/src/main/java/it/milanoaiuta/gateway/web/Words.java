package it.milanoaiuta.gateway.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The pages' own sentences, English here; Italian and Arabic in <code>messages/m_*.properties</code>, checked at build. */
@MessageBundle("m")
public interface Words {

    @Message("Milan helps")
    String claim();

    @Message("Demonstration: the people and goods shown here are invented.")
    String demo();

    @Message("To try it, sign in as giulia or omar (volunteers) or marco (manager of a hub), password demo.")
    String demoLogins();

    @Message("Skip to the content")
    String skip();

    @Message("Home")
    String home();

    @Message("Lend a hand")
    String help();

    @Message("My shifts")
    String myShifts();

    @Message("My hub")
    String myHub();

    @Message("Sign in")
    String signIn();

    @Message("Sign out")
    String signOut();

    @Message("Language")
    String language();

    @Message("What is needed now")
    String neededNow();

    @Message("People and goods that Milan needs now. To lend a hand choose a shift: it takes two taps.")
    String neededNowMore();

    @Message("People")
    String people();

    @Message("Goods")
    String goods();

    @Message("Hubs")
    String hubs();

    @Message("Where food is collected and packed for families. Open to whoever brings or helps.")
    String hubsMore();

    @Message("No open shifts just now. Look in again tomorrow.")
    String noShifts();

    @Message("Nothing is asked for just now.")
    String noNeeds();

    @Message("Full: you can join the waiting list")
    String full();

    @Message("still needed: {amount}")
    String lacking(String amount);

    @Message("by {day}")
    String by(String day);

    @Message("Demonstration hub: not a real place")
    String demoHub();

    @Message("today {hours}")
    String openToday(String hours);

    @Message("closed today")
    String closedToday();

    @Message("takes no new donations for now")
    String paused();

    @Message("Municipio {n}")
    String municipio(int n);

    @Message("from {start} to {end}")
    String span(String start, String end);

    @Message("{day}, from {start} to {end}")
    String moment(String day, String start, String end);

    @Message("When")
    String when();

    @Message("Where")
    String where();

    @Message("At the hub")
    String atTheHub();

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

    @Message("My hubs")
    String myHubs();

    @Message("You do not manage a hub.")
    String noHub();

    @Message("Arriving")
    String arriving();

    @Message("Nothing is expected on this day.")
    String nothingArrives();

    @Message("Who comes to help")
    String whoComes();

    @Message("Nobody has signed up for this day.")
    String nobodyComes();

    @Message("Day before")
    String dayBefore();

    @Message("Day after")
    String dayAfter();

    @Message("Check it in")
    String checkIn();

    @Message("Checked in")
    String checkedIn();

    @Message("It is not expected here. If it came, check it in all the same.")
    String notExpected();

    @Message("Did a donation come that is not in the list?")
    String otherDonation();

    @Message("Its code, for example MA-7K3F-9QX2")
    String donationCode();

    @Message("Count what is here. If something is missing or goes back, open the line below it.")
    String checkInMore();

    @Message("{amount} expected")
    String expected(String amount);

    @Message("Something missing or sent back?")
    String notAllTaken();

    @Message("{amount} not accounted for. If they did not come, confirm again; if you send them back, write it here.")
    String unaccounted(String amount);

    @Message("That makes more than the {amount} expected.")
    String tooMany(String amount);

    @Message("If they differ, the earliest.")
    String printedDateMore();

    @Message("What was checked in")
    String whatCame();

    @Message("sent back: {amount}")
    String wasSentBack(String amount);

    @Message("did not come: {amount}")
    String wasMissing(String amount);

    @Message("Out of temperature: put it aside, it must not be handed out.")
    String putAside();

    @Message("This arrival had changed meanwhile. What you confirmed is kept and waits to be settled.")
    String toSettle();

    @Message("Back to the hub's day")
    String backToHub();

    @Message("Taken in")
    String taken();

    @Message("Sent back")
    String sentBack();

    @Message("Did not come")
    String didNotCome();

    @Message("Why")
    String why();

    @Message("Where it goes")
    String whereItGoes();

    @Message("It is printed so")
    String printedSo();

    @Message("Date printed on it")
    String printedDate();

    @Message("Temperature, °C")
    String temperature();

    @Message("Confirm")
    String confirm();

    @Message("Write a number, for example 12.5.")
    String writeNumber();

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

    @Message("Please look again at what is marked.")
    String lookAgain();

    @Message("No connection. What you wrote is still here: try again.")
    String offline();

    @Message("Something went wrong")
    String wrong();

    @Message("Back to the first page")
    String back();

    @Message("Is everything running?")
    String status();

    @Message("running")
    String up();

    @Message("not answering")
    String down();

    @Message("For programmers")
    String api();

    @Message("Every address of the API, with what goes in and what comes out.")
    String apiMore();

    @Message("An open project of the city, its organisations and its people.")
    String footer();
}
