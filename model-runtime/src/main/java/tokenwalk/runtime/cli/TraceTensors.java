package tokenwalk.runtime.cli;

import java.util.List;
import tokenwalk.runtime.tensor.Matrix;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.trace.Trace;
import tokenwalk.runtime.transformer.AttentionShape;
import tokenwalk.runtime.weights.SafetensorsWriter;

/** A trace as named tensors. The numbers are asked for as they are written, so that only one head's attention is held. */
final class TraceTensors {
    /** One layer's and head's vector at a position. */
    @FunctionalInterface
    private interface HeadVectors {
        Vector at(int layer, int head, int position);
    }

    private final Trace trace;
    private final SafetensorsWriter writer = new SafetensorsWriter();

    private TraceTensors(Trace trace) {
        this.trace = trace;
    }

    /**
     * @return for T tokens, L layers, H heads and K key/value heads of width D: residual [L+1 × T × width], final [T ×
     *     width], q_raw [L × T × H × D], k_raw and v [L × T × K × D], attention [L × H × T × T], logits_last [vocabulary]
     */
    static SafetensorsWriter of(Trace trace) {
        TraceTensors tensors = new TraceTensors(trace);
        tensors.addAll();
        return tensors.writer;
    }

    private void addAll() {
        int length = trace.length();
        int levels = trace.shape().levels();
        int width = trace.shape().width();
        AttentionShape attention = trace.shape().attention();
        int share = attention.heads() / attention.keyValueHeads();
        writer.add(
                "residual",
                List.of(levels, length, width),
                levels * length,
                run -> trace.residual(run / length, run % length));
        writer.add("final", List.of(length, width), length, trace::finalVector);
        addHeads("q_raw", attention.heads(), trace::query);
        addHeads("k_raw", attention.keyValueHeads(), (layer, head, at) -> trace.key(layer, head * share, at));
        addHeads("v", attention.keyValueHeads(), (layer, head, at) -> trace.value(layer, head * share, at));
        int layersAndHeads = trace.shape().layers() * attention.heads();
        HeadInHand inHand = new HeadInHand(trace);
        writer.add(
                "attention",
                List.of(trace.shape().layers(), attention.heads(), length, length),
                Math.multiplyExact(layersAndHeads, length),
                run -> inHand.weights(run / length).row(run % length));
        writer.add("logits_last", List.of(trace.logits().size()), 1, _ -> trace.logits());
    }

    private void addHeads(String name, int heads, HeadVectors vectors) {
        int length = trace.length();
        int layers = trace.shape().layers();
        int width = trace.shape().attention().headWidth();
        int perLayer = length * heads;
        writer.add(
                name,
                List.of(layers, length, heads, width),
                layers * perLayer,
                run -> vectors.at(run / perLayer, run % heads, run % perLayer / heads));
    }

    /** The attention of the head whose rows are being written. */
    private static final class HeadInHand {
        private final Trace trace;
        private int index;
        private Matrix weights;

        HeadInHand(Trace trace) {
            this.trace = trace;
            this.weights = trace.attention(0, 0);
        }

        Matrix weights(int wanted) {
            if (wanted != index) {
                int heads = trace.shape().attention().heads();
                weights = trace.attention(wanted / heads, wanted % heads);
                index = wanted;
            }
            return weights;
        }
    }
}
