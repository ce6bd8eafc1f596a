package tokenwalk.app.session;

/** How far the opening of a model is. */
public sealed interface Opening {

    /** The file is being opened: so many of its blocks are there. */
    record UnderWay(String name, long byteSize, int blocks, int allBlocks) implements Opening {}

    /** The model is open. */
    record Done() implements Opening {}

    /** It cannot be opened. The message says why and how to mend it. */
    record Failed(String message) implements Opening {}
}
