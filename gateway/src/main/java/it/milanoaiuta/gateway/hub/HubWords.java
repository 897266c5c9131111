package it.milanoaiuta.gateway.hub;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What a manager is told of her hubs. */
@MessageBundle("hub")
public interface HubWords {

    @Message("My hub")
    String myHub();

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

    @Message("Did a donation come that is not in the list?")
    String otherDonation();

    @Message("Its code, for example MA-7K3F-9QX2")
    String donationCode();

    @Message("What was checked in")
    String whatCame();
}
