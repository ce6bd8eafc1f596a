package tokenwalk.app.drift.model;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import tokenwalk.runtime.tensor.Vector;

/**
 * Principal component analysis: the two orthogonal directions with the most variance (Pearson 1901).
 *
 * <p>The eigenproblem is solved on the smaller of XᵀX [width × width] and XXᵀ [vectors × vectors]; both have the same
 * eigenvalues. More than {@value #SAMPLE} vectors would make it slow, so the axes are then fitted on that many of them,
 * picked evenly and always alike; the centre and the shares of variance are still those of all vectors.
 *
 * <p>The only class that knows the linear algebra library (docs/decisions/0003-projection.md).
 */
public final class PrincipalComponents implements Projection {
    /** A prompt of twelve tokens in thirty blocks has 372 vectors: short texts are fitted on all of theirs. */
    static final int SAMPLE = 512;

    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final double NOTHING = 1e-12;

    /** @throws IllegalArgumentException if there is no vector, or widths differ */
    @Override
    public Axes fit(List<Vector> vectors) {
        if (vectors.isEmpty()) {
            throw new IllegalArgumentException("nothing to fit axes on");
        }
        double[] centre = mean(vectors);
        DMatrixRMaj sample = centredSample(vectors, centre);
        boolean fewVectors = sample.numRows < sample.numCols;
        int size = Math.min(sample.numRows, sample.numCols);
        DMatrixRMaj products = new DMatrixRMaj(size, size);
        if (fewVectors) {
            CommonOps_DDRM.multOuter(sample, products);
        } else {
            CommonOps_DDRM.multInner(sample, products);
        }
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(size, true, true);
        double whole = CommonOps_DDRM.trace(products);
        if (!eigen.decompose(products)) {
            throw new IllegalStateException("the axes could not be computed");
        }
        int best = largest(eigen, -1);
        int next = largest(eigen, best);
        Vector first = axis(eigen, best, whole, sample, fewVectors);
        Vector second = axis(eigen, next, whole, sample, fewVectors);
        return withShares(vectors, floats(centre), first, second);
    }

    private static double[] mean(List<Vector> vectors) {
        int width = vectors.getFirst().size();
        double[] mean = new double[width];
        float[] row = new float[width];
        for (Vector vector : vectors) {
            if (vector.size() != width) {
                throw new IllegalArgumentException("vectors of widths " + width + " and " + vector.size());
            }
            vector.copyTo(row, 0);
            for (int i = 0; i < width; i++) {
                mean[i] += row[i];
            }
        }
        for (int i = 0; i < width; i++) {
            mean[i] /= vectors.size();
        }
        return mean;
    }

    private static DMatrixRMaj centredSample(List<Vector> vectors, double[] centre) {
        int count = Math.min(vectors.size(), SAMPLE);
        long step = count == vectors.size() ? 1 : evenStep(vectors.size());
        DMatrixRMaj sample = new DMatrixRMaj(count, centre.length);
        float[] row = new float[centre.length];
        for (int i = 0; i < count; i++) {
            vectors.get((int) (i * step % vectors.size())).copyTo(row, 0);
            for (int column = 0; column < centre.length; column++) {
                sample.set(i, column, row[column] - centre[column]);
            }
        }
        return sample;
    }

    /** A golden-ratio step with no factor in common: spreads evenly, meets nothing twice, ignores the rows' length. */
    private static long evenStep(int count) {
        int step = (int) (count * GOLDEN);
        while (greatestCommonDivisor(step, count) != 1) {
            step++;
        }
        return step;
    }

    private static int greatestCommonDivisor(int a, int b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }

    private static int largest(EigenDecomposition_F64<DMatrixRMaj> eigen, int except) {
        int best = -1;
        for (int i = 0; i < eigen.getNumberOfEigenvalues(); i++) {
            if (i != except && (best < 0 || value(eigen, i) > value(eigen, best))) {
                best = i;
            }
        }
        return best;
    }

    private static double value(EigenDecomposition_F64<DMatrixRMaj> eigen, int index) {
        return eigen.getEigenvalue(index).real;
    }

    private static Vector axis(
            EigenDecomposition_F64<DMatrixRMaj> eigen,
            int index,
            double whole,
            DMatrixRMaj sample,
            boolean fewVectors) {
        if (index < 0 || value(eigen, index) <= NOTHING * whole || whole == 0) {
            return Vector.of(new float[sample.numCols]);
        }
        DMatrixRMaj direction = eigen.getEigenVector(index);
        if (fewVectors) {
            DMatrixRMaj mixed = new DMatrixRMaj(sample.numCols, 1);
            CommonOps_DDRM.multTransA(sample, direction, mixed);
            direction = mixed;
        }
        return unit(direction.getData(), sample.numCols);
    }

    /**
     * The sign of an eigenvector is arbitrary; here its component of the largest magnitude is positive, the first of
     * them where several are equally large.
     */
    private static Vector unit(double[] direction, int width) {
        double square = 0;
        int peak = 0;
        for (int i = 0; i < width; i++) {
            square += direction[i] * direction[i];
            if (Math.abs(direction[i]) > Math.abs(direction[peak])) {
                peak = i;
            }
        }
        double scale = Math.signum(direction[peak]) / Math.sqrt(square);
        double[] scaled = new double[width];
        for (int i = 0; i < width; i++) {
            scaled[i] = direction[i] * scale;
        }
        return floats(scaled);
    }

    private static Axes withShares(List<Vector> vectors, Vector centre, Vector first, Vector second) {
        Axes axes = new Axes(centre, first, second, 0, 0);
        double total = 0;
        double along = 0;
        double across = 0;
        double centreSquare = centre.dot(centre);
        for (Vector vector : vectors) {
            Spot spot = axes.place(vector);
            total += vector.dot(vector) - centreSquare;
            along += spot.x() * spot.x();
            across += spot.y() * spot.y();
        }
        if (total <= NOTHING * centreSquare * vectors.size()) {
            return axes;
        }
        return new Axes(centre, first, second, along / total, across / total);
    }

    private static Vector floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return Vector.of(floats);
    }
}
