package it.milanoaiuta.platform.events.stream;

/** Names of CloudEvents 1.0 in Kafka's binary mode, with the extensions that are used here. */
public final class CloudEvent {

    public static final String SPEC_VERSION = "ce_specversion";
    public static final String ID = "ce_id";
    public static final String SOURCE = "ce_source";
    public static final String TYPE = "ce_type";
    public static final String SUBJECT = "ce_subject";
    public static final String TIME = "ce_time";
    static final String DATA_SCHEMA = "ce_dataschema";
    static final String PARTITION_KEY = "ce_partitionkey";
    public static final String SEQUENCE = "ce_sequence";

    /** The topic without prefix: says where the record belongs, wherever it lies. Events told before it was introduced lack it. */
    public static final String AGGREGATE_TYPE = "ce_aggregatetype";
    static final String DATA_CLASSIFICATION = "ce_dataclassification";
    public static final String TRACE_PARENT = "ce_traceparent";
    public static final String CONTENT_TYPE = "content-type";

    /** Also under its plain name, for tools that know no CloudEvents. */
    static final String PLAIN_TRACE_PARENT = "traceparent";

    public static final String VERSION = "1.0";
    public static final String JSON = "application/json";

    /** Opaque ids and closed-list codes: nothing personal. */
    static final String INTERNAL = "internal";

    public static final int MAX_BYTES = 256 * 1024;

    private CloudEvent() {}

    /** The service whose topic this is: <code>volunteers</code> of <code>volunteers.shifts</code>. */
    public static String sourceOf(String topic) {
        int dot = topic.indexOf('.');
        return dot < 0 ? topic : topic.substring(0, dot);
    }
}
