package it.milanoaiuta.journeys;

import static it.milanoaiuta.journeys.Catalogue.ISOLA;
import static it.milanoaiuta.journeys.Catalogue.PASTA;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Nothing on Kafka and no line of a log tells who anybody is. The last of the journeys: it reads what all of them left. */
@Order(Integer.MAX_VALUE)
@Isolated("it reads what all the others left")
class PrivacyTest {

    private static final String PLANTED = "planted";

    private final Steps steps = new Steps();
    private final String kafka = steps.city.parts().addresses().kafka();

    @Test
    void no_record_and_no_line_of_a_log_holds_what_people_told() throws IOException {
        somebodyTellsAboutHerself();
        somebodyTellsItInTheWrongPlaces();

        Map<Boolean, List<ConsumerRecord<byte[], byte[]>>> records = records();
        assertThat(records.get(false)).extracting(ConsumerRecord::topic).contains("volunteers.organisations",
                "volunteers.shifts", "donations.needs", "donations.donations", "food-hub.hubs");
        assertThat(leaksOnKafka(records.get(false))).isEmpty();
        assertThat(logs()).extracting(log -> log.getFileName().toString()).contains("gateway.log", "volunteers-service.log",
                "donations-service.log", "food-hub-service.log", "keycloak.log", "postgres.log", "kafka.log");
        assertThat(leaksInLogs()).isEmpty();
    }

    /** Or the test above would prove nothing. */
    @Test
    void what_is_planted_is_found() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            admin.createTopics(List.of(new NewTopic(PLANTED, 1, (short) 1))).all().get();
        }
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(Map.of("bootstrap.servers", kafka),
                new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(PLANTED, Personal.EMAIL, "{}"));
            producer.send(new ProducerRecord<>(PLANTED, "1", "{\"phone\":\"" + Personal.PHONE + "\"}"));
            ProducerRecord<String, String> signed = new ProducerRecord<>(PLANTED, "1", "{}");
            signed.headers().add("authorization", steps.giulia.token().getBytes(StandardCharsets.UTF_8));
            producer.send(signed);
            producer.flush();
        }
        assertThat(leaksOnKafka(records().get(true))).contains(PLANTED + ": " + Personal.EMAIL, PLANTED + ": " + Personal.PHONE,
                PLANTED + ": " + steps.giulia.token());

        Path log = steps.city.parts().logs().resolve(PLANTED + ".log");
        Files.writeString(log, "{}\n{\"message\":\"of " + Personal.TAX_CODE + "\"}\n");
        List<String> leaks = leaksInLogs();
        Files.delete(log);
        assertThat(leaks).singleElement().asString().startsWith("planted.log: " + Personal.TAX_CODE);
    }

    /** In all the places where the platform asks for it. */
    private void somebodyTellsAboutHerself() {
        String name = "Amici di " + Personal.NAME;
        Map<String, Object> hers = Map.of("name", name, "fiscalCode", Personal.ORGANISATIONS_TAX_CODE, "about",
                Personal.ADDRESS, "contact", Map.of("email", Personal.EMAIL, "phone", Personal.PHONE));
        String first = steps.paolo.post("/organisations", hers).expect(201).id();
        String second = steps.omar.post("/organisations", hers).expect(201).id();
        verify(first);
        verify(second);
        aHouseholdIsReached();
        steps.giulia.post("/shifts/" + steps.openShift(1) + "/sign-ups", Map.of("role", "PACKER")).expect(201);
        String need = steps.publishedNeed(steps.city.organisationOf(steps.anna), PASTA, "3");
        String line = steps.visitor.get("/needs/" + need).expect(200).text("/lines/0/id");
        steps.giulia.post("/donations", steps.promise(ISOLA, line, PASTA, "3")).expect(201);
    }

    private void aHouseholdIsReached() {
        Map<String, Object> household = new HashMap<>(Steps.household(ISOLA, 2));
        household.put("contact", Map.of("name", Personal.NAME, "phone", Personal.PHONE, "email", Personal.EMAIL, "address",
                Personal.ADDRESS));
        String path = "/households/" + steps.marco.post("/households", household).expect(201).id();
        // nothing of the case is open at the hub
        steps.marco.get(path + "/contact?purpose=DELIVERY").expect(404);
        for (Map<String, String> known : List.of(Map.of("phone", Personal.PHONE), Map.of("email", Personal.EMAIL))) {
            Map<String, String> lookUp = new HashMap<>(known);
            lookUp.put("purpose", "CALL");
            assertThat(steps.luca.post("/households/look-up", lookUp).expect(200).body().toString())
                    .contains(path.substring("/households/".length()));
        }
        steps.luca.get(path + "/contact?purpose=CALL").expect(200);
        steps.marco.post(path + "/erasure", null).expect(200);
    }

    /** The second with a tax code that a verified one has is refused. */
    private void verify(String organisation) {
        assertThat(steps.elena.post("/organisations/" + organisation + "/verification", Map.of("decision", "VERIFIED"))
                .status()).isIn(200, 409);
    }

    /** In addresses, in what cannot be read, in a login that fails, under a token that is none any more. */
    private void somebodyTellsItInTheWrongPlaces() {
        String email = URLEncoder.encode(Personal.EMAIL, StandardCharsets.UTF_8);
        assertThat(steps.anna.get("/shifts/" + email).status()).isEqualTo(404);
        assertThat(steps.anna.get("/shifts?from=" + email).status()).isEqualTo(400);
        assertThat(steps.anna.get("/donations/" + email).status()).isEqualTo(404);
        assertThat(steps.anna.post("/organisations", Map.of("name", Personal.NAME, Personal.TAX_CODE, 1)).status())
                .isEqualTo(400);
        steps.anna.postRaw("/organisations", "application/json",
                BodyPublishers.ofString("{\"name\":\"" + Personal.NAME + "\",\"contact\":" + Personal.EMAIL)).expect(400);
        steps.giulia.withForgedToken().get("/me/sign-ups").expect(401);
        assertThat(Person.tryingToSignIn(steps.city, Personal.EMAIL, Personal.TAX_CODE).status()).isIn(400, 401);
    }

    /** The planted ones and the others. */
    private Map<Boolean, List<ConsumerRecord<byte[], byte[]>>> records() {
        try (Topics topics = new Topics(kafka)) {
            return topics.records().stream()
                    .collect(Collectors.partitioningBy(record -> record.topic().equals(PLANTED)));
        }
    }

    private List<Path> logs() throws IOException {
        try (Stream<Path> files = Files.list(steps.city.parts().logs())) {
            return files.toList();
        }
    }

    private static List<String> leaksOnKafka(List<ConsumerRecord<byte[], byte[]>> records) {
        List<String> leaks = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            Personal.in(Topics.text(record)).forEach(leak -> leaks.add(record.topic() + ": " + leak));
        }
        return leaks;
    }

    private List<String> leaksInLogs() throws IOException {
        List<String> leaks = new ArrayList<>();
        for (Path log : logs()) {
            for (String line : new String(Files.readAllBytes(log), StandardCharsets.UTF_8).split("\n")) {
                Personal.in(line).forEach(leak -> leaks.add(log.getFileName() + ": " + leak + " in " + line));
            }
        }
        return leaks;
    }
}
