package it.milanoaiuta.platform.events;

/** Names of CloudEvents 1.0 in Kafka's binary mode, with the extensions that are used here. */
final class CloudEvent {

    static final String SPEC_VERSION = "ce_specversion";
    static final String ID = "ce_id";
    static final String SOURCE = "ce_source";
    static final String TYPE = "ce_type";
    static final String SUBJECT = "ce_subject";
    static final String TIME = "ce_time";
    static final String DATA_SCHEMA = "ce_dataschema";
    static final String PARTITION_KEY = "ce_partitionkey";
    static final String SEQUENCE = "ce_sequence";

    /** The topic without prefix: says where the record belongs, wherever it lies. Events told before it was introduced lack it. */
    static final String AGGREGATE_TYPE = "ce_aggregatetype";
    static final String DATA_CLASSIFICATION = "ce_dataclassification";
    static final String TRACE_PARENT = "ce_traceparent";
    static final String CONTENT_TYPE = "content-type";

    /** Also under its plain name, for tools that know no CloudEvents. */
    static final String PLAIN_TRACE_PARENT = "traceparent";

    static final String VERSION = "1.0";
    static final String JSON = "application/json";

    /** Opaque ids and closed-list codes: nothing personal. */
    static final String INTERNAL = "internal";

    static final int MAX_BYTES = 256 * 1024;

    private CloudEvent() {}

    /** The service whose topic this is: <code>volunteers</code> of <code>volunteers.shifts</code>. */
    static String sourceOf(String topic) {
        int dot = topic.indexOf('.');
        return dot < 0 ? topic : topic.substring(0, dot);
    }
}
