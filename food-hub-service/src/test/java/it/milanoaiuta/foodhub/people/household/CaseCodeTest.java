package it.milanoaiuta.foodhub.people.household;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;

import it.milanoaiuta.platform.web.Mistyped;

class CaseCodeTest {

    static final Random RANDOM = new Random();

    /** One as they were given out before, which the check of today refuses. */
    static String former() {
        while (true) {
            StringBuilder body = new StringBuilder();
            RANDOM.ints(7, 0, CaseCode.FORMER_LETTERS.length()).mapToObj(CaseCode.FORMER_LETTERS::charAt).forEach(body::append);
            String code = "FA-" + body.substring(0, 4) + "-" + body.substring(4) + CaseCode.formerCheck(body);
            if (CaseCode.read(code).former()) {
                return code;
            }
        }
    }

    @Test
    void it_is_written_in_two_groups_of_four_and_read_as_people_say_it() {
        for (int i = 0; i < 1000; i++) {
            CaseCode code = CaseCode.draw();
            assertTrue(code.written().matches("FA-[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}"), code.written());
            assertEquals(code, CaseCode.read(code.written().substring(3).toLowerCase().replace("-", " – ")));
        }
    }

    @Test
    void one_of_another_kind_or_with_a_wrong_check_is_mistyped() {
        for (String typed : new String[]{"MA-7K3F-9QX2", "FA-7K3F-9QX3", "FA", "", "FA-0000-0000"}) {
            assertThrows(Mistyped.class, () -> CaseCode.read(typed), typed);
        }
    }

    @Test
    void one_given_out_formerly_is_read_by_its_own_check() {
        assertEquals(new CaseCode("FA-UU22-222K", true), CaseCode.read("fa uu22 222k"));
        for (int i = 0; i < 1000; i++) {
            String code = former();
            CaseCode read = CaseCode.read(code.toLowerCase());
            assertEquals(code, read.written());
            assertTrue(read.former());
        }
        assertFalse(CaseCode.read("FA-7K3F-9QX2").former());
    }
}
