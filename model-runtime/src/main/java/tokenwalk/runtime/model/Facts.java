package tokenwalk.runtime.model;

import java.nio.file.Path;

/**
 * What a model file tells about itself.
 *
 * @param name as shown on screen
 * @param architecture the family, in the file's words
 * @param fileType how most of its weights are stored
 * @param byteSize size of the file
 * @param parameters how many numbers its tensors hold
 */
public record Facts(String name, Path path, String architecture, String fileType, long byteSize, long parameters) {}
