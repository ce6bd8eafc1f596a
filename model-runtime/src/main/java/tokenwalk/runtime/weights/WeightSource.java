package tokenwalk.runtime.weights;

import java.nio.file.Path;
import tokenwalk.runtime.tensor.StoredMatrix;

/** The tensors of a model by name, whatever file format they lie in. */
public interface WeightSource {
    /** @return the file or folder, for messages */
    Path path();

    boolean hasTensor(String name);

    /**
     * @return the matrix of this name, [rows × columns], where it lies
     * @throws ModelFileException if it is missing or has another shape
     */
    StoredMatrix matrix(String name, int rows, int columns);

    /**
     * @return the numbers of this name in float32, [size]
     * @throws ModelFileException if it is missing or has another size
     */
    float[] vector(String name, int size);
}
