package it.milanoaiuta.gateway.home;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the first page says. */
@MessageBundle("home")
public interface HomeWords {

    @Message("To try it, sign in as giulia or omar (volunteers) or marco (manager of a hub), password demo.")
    String demoLogins();

    @Message("Home")
    String home();

    @Message("What is needed now")
    String neededNow();

    @Message("People and goods that Milan needs now. To lend a hand choose a shift: it takes two taps.")
    String neededNowMore();

    @Message("People")
    String people();

    @Message("Hubs")
    String hubs();

    @Message("Where food is collected and packed for families. Open to whoever brings or helps.")
    String hubsMore();

    @Message("No open shifts just now. Look in again tomorrow.")
    String noShifts();

    @Message("Nothing is asked for just now.")
    String noNeeds();

    @Message("still needed: {amount}")
    String lacking(String amount);

    @Message("by {day}")
    String by(String day);

    @Message("today {hours}")
    String openToday(String hours);

    @Message("closed today")
    String closedToday();

    @Message("takes no new donations for now")
    String paused();

    @Message("Municipio {n}")
    String municipio(int n);
}
