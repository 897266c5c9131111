package it.milanoaiuta.gateway.arrival;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What is said where goods are checked in. */
@MessageBundle("arrival")
public interface ArrivalWords {

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

    @Message("Please look again at what is marked.")
    String lookAgain();
}
