package it.milanoaiuta.platform.web;

/** This needs a signed-in person: 401. */
public class SignInRequired extends Refusal {

    public SignInRequired() {
        super(401, "sign-in-required");
    }
}
