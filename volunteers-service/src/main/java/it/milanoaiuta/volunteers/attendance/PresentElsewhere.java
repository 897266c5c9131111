package it.milanoaiuta.volunteers.attendance;

import it.milanoaiuta.platform.web.Refusal;

/** 409: at that time she was recorded at another shift; one person is at one place at a time (domain, Attendance). */
public class PresentElsewhere extends Refusal {

    PresentElsewhere() {
        super(409, "present-elsewhere");
    }
}
