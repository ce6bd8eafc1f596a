package tokenwalk.runtime.tensor.kernel;

/** The reference: one number after the other, as the formulas say. Never optimised. */
final class ScalarAttention implements AttentionKernel {

    @Override
    public int panelWidth() {
        return 1;
    }

    @Override
    public int scratch() {
        return 0;
    }

    @Override
    public void read(
            float[] queries,
            int queriesAt,
            int rows,
            Seen seen,
            float[] page,
            int pageAt,
            KeyValueLayout layout,
            Mixture mixture) {
        int width = layout.headWidth();
        float[] mixed = mixture.mixed();
        for (int row = 0; row < rows; row++) {
            for (int position = 0; position < seen.by(row); position++) {
                float score = 0;
                for (int i = 0; i < width; i++) {
                    score += queries[queriesAt + row * width + i] * page[pageAt + layout.key(position, i)];
                }
                float factor = mixture.raise(row, score);
                float weight = (float) Math.exp(score - mixture.largest(row));
                mixture.count(row, factor, weight);
                for (int i = 0; i < width; i++) {
                    int at = row * mixture.stride() + i;
                    mixed[at] = mixed[at] * factor + weight * page[pageAt + layout.value(position, i)];
                }
            }
        }
    }
}
