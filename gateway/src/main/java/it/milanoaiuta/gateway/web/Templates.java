package it.milanoaiuta.gateway.web;

import java.util.List;
import java.util.UUID;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import it.milanoaiuta.gateway.api.Composing;
import it.milanoaiuta.gateway.api.Known;
import it.milanoaiuta.platform.web.Problem;

/** The pages, checked against their data at build. */
@CheckedTemplate
final class Templates {

    private Templates() {}

    static native TemplateInstance home(Page page, Composing.Home home);

    /** @param problem of what she just tried, or null */
    static native TemplateInstance shift(Page page, Composing.ShownShift shown, UUID key, String role, Problem problem);

    /** @param left the shift she has just left, or null */
    static native TemplateInstance myShifts(Page page, List<Known.MySignUp> signUps, UUID left, Problem problem);

    static native TemplateInstance myHubs(Page page, List<Known.Hub> hubs);

    /** @param code of a donation, as it was typed when there is a problem with it, else null */
    static native TemplateInstance hubDay(Page page, Composing.HubDay day, String code, Problem problem);

    static native TemplateInstance arrival(Page page, Composing.ShownArrival shown, ArrivalForm form, List<UUID> aside,
            Problem problem);

    /** @param again what was typed, to be sent once more as it is; empty for a page that was only read */
    static native TemplateInstance failure(Page page, Problem problem, List<Page.Typed> again);

    static native TemplateInstance status(Page page, List<StatusPage.Part> parts);

    static native TemplateInstance docs(Page page, List<ApiDocument.Group> groups, List<ApiDocument.Schema> schemas);
}
