package tokenwalk.runtime.model;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import tokenwalk.runtime.tensor.TensorType;
import tokenwalk.runtime.tensor.kernel.Arithmetic;
import tokenwalk.runtime.tensor.kernel.Kernels;
import tokenwalk.runtime.tensor.kernel.Workers;
import tokenwalk.runtime.token.PreTokenizer;
import tokenwalk.runtime.token.TokenKind;
import tokenwalk.runtime.token.Tokenizer;
import tokenwalk.runtime.transformer.LlamaGguf;
import tokenwalk.runtime.transformer.Transformer;
import tokenwalk.runtime.weights.GgufFile;
import tokenwalk.runtime.weights.ModelFileException;

/** Opens model files. */
public final class ModelLoader {
    /** Tells the kernel to use by force: «scalar» or «vector». */
    public static final String KERNEL_PROPERTY = "tokenwalk.kernel";

    private static final Pattern TYPE_SUFFIX = Pattern.compile("(?i)[.-](I?Q\\d\\w*|B?F16|F32)$");
    /** Tokens that end a text in the families read here, where the header names only one of them. */
    private static final Set<String> ENDINGS = Set.of("<|endoftext|>", "<|im_end|>", "<|eot_id|>", "<|end_of_text|>");

    private final Arithmetic arithmetic;

    /** @param threads how many threads share the work, at least one */
    public ModelLoader(int threads) {
        Optional<String> forced = Optional.ofNullable(System.getProperty(KERNEL_PROPERTY));
        this.arithmetic = new Arithmetic(forced.map(Kernels::named).orElseGet(Kernels::fastest), new Workers(threads));
    }

    public ModelLoader() {
        this(Workers.defaultThreads());
    }

    /** @return the name of the kernel that models opened here compute with */
    public String kernel() {
        return arithmetic.kernel().name();
    }

    /** @return how many threads models opened here share their work among */
    public int threads() {
        return arithmetic.workers().threads();
    }

    /**
     * Opens a GGUF file.
     *
     * @param progress told after each block: how many are there, and of how many
     * @throws ModelFileException if the file cannot be used; the message says what is wrong and how to mend it
     */
    public LanguageModel open(Path path, BiConsumer<Integer, Integer> progress) {
        GgufFile file = GgufFile.open(path);
        String architecture = file.text("general.architecture")
                .orElseThrow(() -> new ModelFileException(path + " does not say which architecture it has."));
        if (!architecture.equals(LlamaGguf.ARCHITECTURE)) {
            throw new ModelFileException(
                    "%s has the architecture «%s», which is not read here. Choose a model of the architecture «%s»."
                            .formatted(path, architecture, LlamaGguf.ARCHITECTURE));
        }
        Tokenizer tokenizer = tokenizer(file);
        Transformer transformer = LlamaGguf.read(file, arithmetic, progress);
        return new LanguageModel(
                facts(file, architecture),
                tokenizer,
                transformer,
                endOfText(file, tokenizer),
                file.text("tokenizer.chat_template"));
    }

    private static Facts facts(GgufFile file, String architecture) {
        String name = file.path().getFileName().toString().replaceFirst("(?i)\\.gguf$", "");
        TensorType most = file.bytesByType().entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        return new Facts(
                TYPE_SUFFIX.matcher(name).replaceFirst(""),
                file.path(),
                architecture,
                most.name(),
                file.byteSize(),
                file.parameters());
    }

    private static Tokenizer tokenizer(GgufFile file) {
        String kind = file.text("tokenizer.ggml.model").orElse("none");
        if (!kind.equals("gpt2")) {
            throw new ModelFileException(
                    "%s has a tokenizer of the kind «%s», which is not read here. Choose a model with byte-level BPE («gpt2»)."
                            .formatted(file.path(), kind));
        }
        try {
            return Tokenizer.of(
                    file.texts("tokenizer.ggml.tokens"),
                    file.integers("tokenizer.ggml.token_type").stream()
                            .map(type -> TokenKind.ofGguf(Math.toIntExact(type)))
                            .toList(),
                    file.texts("tokenizer.ggml.merges"),
                    PreTokenizer.named(file.text("tokenizer.ggml.pre").orElse("default")));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new ModelFileException(file.path() + ": " + e.getMessage(), e);
        }
    }

    private static Set<Integer> endOfText(GgufFile file, Tokenizer tokenizer) {
        Set<Integer> ids = new LinkedHashSet<>();
        int last = tokenizer.vocabulary().size() - 1;
        List.of("tokenizer.ggml.eos_token_id", "tokenizer.ggml.eot_token_id")
                .forEach(key -> file.integer(key, 0, last).ifPresent(ids::add));
        ENDINGS.forEach(text -> tokenizer
                .vocabulary()
                .find(text)
                .filter(token -> token.kind() == TokenKind.SPECIAL)
                .ifPresent(token -> ids.add(token.id())));
        return ids;
    }
}
