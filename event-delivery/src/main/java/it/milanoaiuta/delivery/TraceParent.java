package it.milanoaiuta.delivery;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;

/** The trace a fact belongs to, carried through the tables and Kafka as W3C <code>traceparent</code>. */
final class TraceParent {

    private TraceParent() {}

    /** Of the current span; null outside a trace. */
    static String current() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? "00-%s-%s-%s".formatted(span.getTraceId(), span.getSpanId(), span.getTraceFlags().asHex())
                : null;
    }

    /** The context whose spans continue the trace; the root when there is none. */
    static Context context(String traceParent) {
        String[] parts = traceParent == null ? new String[0] : traceParent.split("-");
        if (parts.length != 4) {
            return Context.root();
        }
        SpanContext remote = SpanContext.createFromRemoteParent(parts[1], parts[2],
                parts[3].endsWith("1") ? TraceFlags.getSampled() : TraceFlags.getDefault(), TraceState.getDefault());
        return remote.isValid() ? Context.root().with(Span.wrap(remote)) : Context.root();
    }
}
