package it.milanoaiuta.donations;

import io.quarkus.test.junit.QuarkusTest;
import it.milanoaiuta.platform.testing.ContractRules;

@QuarkusTest
class ContractTest extends ContractRules {

    ContractTest() {
        super("donations");
    }
}
