package it.milanoaiuta.platform.events.stream;

import java.util.regex.Pattern;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;

/** The trace a fact belongs to, carried through the tables and Kafka as W3C <code>traceparent</code>. */
public final class TraceParent {

    private static final Pattern FORM = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private TraceParent() {}

    /** Of the current span; null outside a trace. */
    public static String current() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? "00-%s-%s-%s".formatted(span.getTraceId(), span.getSpanId(), span.getTraceFlags().asHex())
                : null;
    }

    public static boolean isWellFormed(String traceParent) {
        return FORM.matcher(traceParent).matches();
    }

    /** The context whose spans continue the trace; the root when there is none. */
    public static Context context(String traceParent) {
        if (traceParent == null || !isWellFormed(traceParent)) {
            return Context.root();
        }
        String[] parts = traceParent.split("-");
        SpanContext remote = SpanContext.createFromRemoteParent(parts[1], parts[2],
                TraceFlags.fromHex(parts[3], 0), TraceState.getDefault());
        return remote.isValid() ? Context.root().with(Span.wrap(remote)) : Context.root();
    }
}
