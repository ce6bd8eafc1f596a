package tokenwalk.runtime.transformer;

/**
 * Takes the time of each part of a forward pass, by the sites it passes. What another probe does at a site, such as
 * recording, is not counted. For one pass, or for the pieces of one text; of one thread.
 */
public final class PassClock implements Probe {
    private final Probe other;
    private final double[] attention;
    private final double[] mlp;
    private double embedding;
    private double finalNorm;
    private long mark;

    /** @param other is asked at each site too */
    public PassClock(ModelShape shape, Probe other) {
        this.other = other;
        this.attention = new double[shape.layers()];
        this.mlp = new double[shape.layers()];
        this.mark = System.nanoTime();
    }

    @Override
    public void visit(Site site, int layer, Rows rows) {
        switch (site) {
            case RESIDUAL -> {
                // Level 0 ends the embedding; level n + 1 ends the MLP of block n, its add included.
                if (layer == 0) {
                    embedding += lap();
                } else {
                    mlp[layer - 1] += lap();
                }
            }
            case ATTENTION_OUTPUT -> attention[layer] += lap();
            case FINAL -> finalNorm += lap();
            case QUERY, KEY, VALUE, HEADS, NEURONS, MLP_OUTPUT -> {
                long before = System.nanoTime();
                other.visit(site, layer, rows);
                mark += System.nanoTime() - before;
                return;
            }
        }
        other.visit(site, layer, rows);
        mark = System.nanoTime();
    }

    private double lap() {
        return (System.nanoTime() - mark) / 1e6;
    }

    /** @return milliseconds until the first block began */
    public double embedding() {
        return embedding;
    }

    /** @return milliseconds of a block's first norm and its attention */
    public double attention(int layer) {
        return attention[layer];
    }

    /** @return milliseconds of the add after attention, a block's second norm, its MLP, and the add after that */
    public double mlp(int layer) {
        return mlp[layer];
    }

    /** @return milliseconds of all blocks */
    public double blocks() {
        double sum = 0;
        for (int layer = 0; layer < mlp.length; layer++) {
            sum += attention[layer] + mlp[layer];
        }
        return sum;
    }

    /** @return milliseconds of the final norm */
    public double finalNorm() {
        return finalNorm;
    }
}
