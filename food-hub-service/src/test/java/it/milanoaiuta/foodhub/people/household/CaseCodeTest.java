package it.milanoaiuta.foodhub.people.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
            assertThat(code.written()).matches("FA-[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}");
            assertThat(CaseCode.read(code.written().substring(3).toLowerCase().replace("-", " – "))).isEqualTo(code);
        }
    }

    @Test
    void one_of_another_kind_or_with_a_wrong_check_is_mistyped() {
        for (String typed : new String[]{"MA-7K3F-9QX2", "FA-7K3F-9QX3", "FA", "", "FA-0000-0000"}) {
            assertThatThrownBy(() -> CaseCode.read(typed)).as(typed).isInstanceOf(Mistyped.class);
        }
    }

    @Test
    void one_given_out_formerly_is_read_by_its_own_check() {
        assertThat(CaseCode.read("fa uu22 222k")).isEqualTo(new CaseCode("FA-UU22-222K", true));
        for (int i = 0; i < 1000; i++) {
            String code = former();
            CaseCode read = CaseCode.read(code.toLowerCase());
            assertThat(read.written()).isEqualTo(code);
            assertThat(read.former()).isTrue();
        }
        assertThat(CaseCode.read("FA-7K3F-9QX2").former()).isFalse();
    }
}
