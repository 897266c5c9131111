package it.milanoaiuta.volunteers.verification;

import it.milanoaiuta.platform.web.Refusal;

/** 409: another verified organisation has this fiscal code. */
public class FiscalCodeTaken extends Refusal {

    FiscalCodeTaken() {
        super(409, "fiscal-code-taken");
    }
}
