package it.milanoaiuta.foodhub.hub.help;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a hub asks people to do: a closed list, so that every screen can say it in every language. */
@Schema(name = "Task")
public enum HelpTask {
    SORTING, PACKING, DELIVERY, DRIVING
}
