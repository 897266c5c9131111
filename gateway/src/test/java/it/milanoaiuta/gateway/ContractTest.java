package it.milanoaiuta.gateway;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import it.milanoaiuta.platform.testing.ApiContractRules;

@QuarkusTest
@QuarkusTestResource(LoginDouble.class)
@QuarkusTestResource(ServicesDouble.class)
class ContractTest extends ApiContractRules {}
