package it.milanoaiuta.foodhub.household;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;

class CaseCodeTest {

    final Random random = new Random(7);

    @Test
    void itIsReadInTwoGroupsOfFour() {
        for (int i = 0; i < 1000; i++) {
            String code = CaseCode.next(random);
            assertTrue(code.matches("FA-[2-9A-HJKMNP-RT-Z]{4}-[2-9A-HJKMNP-RT-Z]{4}"), code);
        }
    }

    @Test
    void oneWrongLetterIsFoundByTheCheckCharacter() {
        for (int i = 0; i < 1000; i++) {
            String body = CaseCode.next(random).replace("-", "").substring(2, 9);
            int at = random.nextInt(body.length());
            for (char other : CaseCode.LETTERS.toCharArray()) {
                if (other != body.charAt(at)) {
                    String wrong = body.substring(0, at) + other + body.substring(at + 1);
                    assertNotEquals(CaseCode.check(body), CaseCode.check(wrong), body + " " + wrong);
                }
            }
        }
    }

    @Test
    void theCheckCharacterStandsLast() {
        String letters = CaseCode.next(random).substring(3).replace("-", "");
        assertEquals(CaseCode.check(letters.substring(0, 7)), letters.charAt(7));
    }
}
