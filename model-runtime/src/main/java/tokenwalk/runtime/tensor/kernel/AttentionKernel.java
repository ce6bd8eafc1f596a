package tokenwalk.runtime.tensor.kernel;

/** The arithmetic of attention. Implementations hold no state and may be shared by threads. */
public interface AttentionKernel {
    /** So many rows after the last one may be read of queries and written of a mixture: loops take several rows at once. */
    int SLACK = 5;

    /** @return the kernel of attention that belongs to one of matrices: the reference to the reference */
    static AttentionKernel of(Kernel kernel) {
        return kernel instanceof ScalarKernel ? new ScalarAttention() : new VectorAttention();
    }

    /** @return numbers side by side in the panels that it reads */
    int panelWidth();

    /** @return how many numbers it puts aside while it reads */
    int scratch();

    /**
     * Lets queries read what a page holds: their scores with the keys, the softmax of these, the sum of the values by it.
     *
     * @param queries [rows × headWidth] from {@code queriesAt} on, divided by √headWidth, and {@link #SLACK} rows more
     * @param page the keys and values of one head lie from {@code pageAt} on
     * @param mixture takes in what is read
     */
    void read(
            float[] queries,
            int queriesAt,
            int rows,
            Seen seen,
            float[] page,
            int pageAt,
            KeyValueLayout layout,
            Mixture mixture);

    /**
     * How much of a page queries see: each token sees itself and those before it.
     *
     * @param first how many positions row 0 sees, counted from the page's begin; 0 or less for none
     * @param group so many rows are heads of one token
     */
    record Seen(int first, int group) {
        /** @return how many positions of the page a row sees */
        public int by(int row) {
            return Math.clamp(first + row / group, 0, KeyValueLayout.POSITIONS);
        }
    }
}
