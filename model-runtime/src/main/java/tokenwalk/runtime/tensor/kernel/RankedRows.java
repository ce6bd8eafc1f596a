package tokenwalk.runtime.tensor.kernel;

/**
 * What the products of one vector with the rows of a matrix come to, without keeping them.
 *
 * @param best the rows with the highest products, highest first, of equal ones the lower first
 * @param products of the best rows
 * @param logSum ln Σ exp(product), over all rows
 * @param followedProduct that of the row that is followed
 * @param ahead how many rows stand ahead of the followed one: those with a higher product, and lower ones with an equal product
 */
public record RankedRows(int[] best, float[] products, double logSum, float followedProduct, int ahead) {

    /**
     * The plain way, for products that are there already: the reference.
     *
     * @param products [rows], from {@code at} on
     */
    public static RankedRows of(float[] products, int at, int rows, int bestCount, int followed) {
        float mark = products[at + followed];
        double largest = Double.NEGATIVE_INFINITY;
        int ahead = 0;
        int[] ids = new int[Math.min(bestCount, rows)];
        int held = 0;
        for (int row = 0; row < rows; row++) {
            float product = products[at + row];
            largest = Math.max(largest, product);
            if (product > mark || product == mark && row < followed) {
                ahead++;
            }
            if (held < ids.length || product > products[at + ids[held - 1]]) {
                int place = held < ids.length ? held++ : held - 1;
                while (place > 0 && products[at + ids[place - 1]] < product) {
                    ids[place] = ids[place - 1];
                    place--;
                }
                ids[place] = row;
            }
        }
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            sum += Math.exp(products[at + row] - largest);
        }
        float[] best = new float[ids.length];
        for (int i = 0; i < ids.length; i++) {
            best[i] = products[at + ids[i]];
        }
        return new RankedRows(ids, best, largest + Math.log(sum), mark, ahead);
    }

    /** @return softmax over all rows, of a row with this product */
    public double probability(float product) {
        return Math.min(1, Math.exp(product - logSum));
    }
}
