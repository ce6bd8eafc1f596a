package tokenwalk.runtime.cli;

import java.util.List;
import tokenwalk.runtime.tensor.Matrix;
import tokenwalk.runtime.tensor.Vector;
import tokenwalk.runtime.trace.Trace;
import tokenwalk.runtime.trace.Window;
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
     * @return for T tokens of which W are recorded, L layers, H heads and K key/value heads of width D: residual [L+1 × W ×
     *     width], final [W × width], q_raw [L × W × H × D], k_raw and v [L × T × K × D], attention [L × H × W × T],
     *     logits_last [vocabulary]
     */
    static SafetensorsWriter of(Trace trace) {
        TraceTensors tensors = new TraceTensors(trace);
        tensors.addAll();
        return tensors.writer;
    }

    private void addAll() {
        int length = trace.length();
        Window all = new Window(0, length);
        Window recorded = trace.recorded();
        int rows = recorded.length();
        int levels = trace.shape().levels();
        int width = trace.shape().width();
        AttentionShape attention = trace.shape().attention();
        int share = attention.heads() / attention.keyValueHeads();
        writer.add(
                "residual",
                List.of(levels, rows, width),
                levels * rows,
                run -> trace.residual(run / rows, recorded.from() + run % rows));
        writer.add("final", List.of(rows, width), rows, run -> trace.finalVector(recorded.from() + run));
        addHeads("q_raw", attention.heads(), recorded, trace::query);
        addHeads("k_raw", attention.keyValueHeads(), all, (layer, head, at) -> trace.key(layer, head * share, at));
        addHeads("v", attention.keyValueHeads(), all, (layer, head, at) -> trace.value(layer, head * share, at));
        int layersAndHeads = trace.shape().layers() * attention.heads();
        HeadInHand inHand = new HeadInHand(trace);
        writer.add(
                "attention",
                List.of(trace.shape().layers(), attention.heads(), rows, length),
                Math.multiplyExact(layersAndHeads, rows),
                run -> inHand.weights(run / rows).row(run % rows));
        writer.add("logits_last", List.of(trace.logits().size()), 1, _ -> trace.logits());
    }

    private void addHeads(String name, int heads, Window positions, HeadVectors vectors) {
        int layers = trace.shape().layers();
        int width = trace.shape().attention().headWidth();
        int perLayer = positions.length() * heads;
        writer.add(
                name,
                List.of(layers, positions.length(), heads, width),
                layers * perLayer,
                run -> vectors.at(run / perLayer, run % heads, positions.from() + run % perLayer / heads));
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
