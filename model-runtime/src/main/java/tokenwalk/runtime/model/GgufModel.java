package tokenwalk.runtime.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import tokenwalk.runtime.tensor.TensorType;
import tokenwalk.runtime.tensor.kernel.Arithmetic;
import tokenwalk.runtime.tensor.kernel.Kernel;
import tokenwalk.runtime.token.PreTokenizer;
import tokenwalk.runtime.token.TokenKind;
import tokenwalk.runtime.token.Tokenizer;
import tokenwalk.runtime.transformer.Activation;
import tokenwalk.runtime.transformer.AttentionShape;
import tokenwalk.runtime.transformer.Gpt2Family;
import tokenwalk.runtime.transformer.LlamaFamily;
import tokenwalk.runtime.transformer.ModelShape;
import tokenwalk.runtime.transformer.Rotary;
import tokenwalk.runtime.transformer.Transformer;
import tokenwalk.runtime.transformer.WeightFormat;
import tokenwalk.runtime.weights.GgufFile;
import tokenwalk.runtime.weights.ModelFileException;

/**
 * A model in a GGUF file: its sizes and tokenizer out of the header, under the keys of the specification.
 *
 * <p>Source: github.com/ggml-org/ggml, docs/gguf.md.
 */
final class GgufModel {
    private static final Pattern TYPE_SUFFIX = Pattern.compile("(?i)[.-](I?Q\\d\\w*|B?F16|F32)$");

    private final GgufFile file;
    private final String architecture;

    /** @throws ModelFileException if its architecture is none that is read here */
    GgufModel(GgufFile file) {
        this.file = file;
        this.architecture = file.text("general.architecture")
                .orElseThrow(() -> new ModelFileException(file.path() + " does not say which architecture it has."));
        if (!Architectures.isKnown(architecture)) {
            throw Architectures.unknown(file.path(), architecture);
        }
    }

    LanguageModel build(Arithmetic arithmetic, BiConsumer<Integer, Integer> progress) {
        Tokenizer tokenizer = tokenizer();
        return new LanguageModel(
                facts(),
                tokenizer,
                transformer(arithmetic, progress),
                endOfText(tokenizer),
                file.text("tokenizer.chat_template"));
    }

    MemoryEstimate memory(Kernel kernel) {
        return MemoryEstimate.of(
                file.path(), file.byteSize(), MemoryEstimate.packedBytes(file.bytesByType(), kernel), shape());
    }

    private Transformer transformer(Arithmetic arithmetic, BiConsumer<Integer, Integer> progress) {
        ModelShape shape = shape();
        if (architecture.equals(Architectures.GPT2)) {
            return new Gpt2Family(
                            shape,
                            epsilon("attention.layer_norm_epsilon"),
                            Activation.GELU_TANH,
                            WeightFormat.GGUF,
                            file)
                    .build(arithmetic, progress);
        }
        // Converters turn the rows of q and k for Llama only.
        boolean interleaved = architecture.equals(Architectures.LLAMA);
        return new LlamaFamily(
                        shape,
                        epsilon("attention.layer_norm_rms_epsilon"),
                        rotary(shape.attention()),
                        interleaved,
                        WeightFormat.GGUF,
                        file)
                .build(arithmetic, progress);
    }

    private String key(String name) {
        return architecture + "." + name;
    }

    private double epsilon(String name) {
        return file.number(key(name))
                .orElseThrow(() -> new ModelFileException(file.path() + " lacks the epsilon of its norms."));
    }

    private ModelShape shape() {
        int width = file.required(key("embedding_length"), 1, 1 << 20);
        int heads = file.required(key("attention.head_count"), 1, 1 << 12);
        int keyValueHeads =
                file.integer(key("attention.head_count_kv"), 1, heads).orElse(heads);
        int headWidth = file.integer(key("attention.key_length"), 2, 1 << 12).orElse(Math.max(1, width / heads));
        if (heads % keyValueHeads != 0) {
            throw new ModelFileException(
                    "%s is damaged: %d heads cannot share %d key/value heads. Copy or download it again."
                            .formatted(file.path(), heads, keyValueHeads));
        }
        return new ModelShape(
                file.required(key("block_count"), 1, 1 << 12),
                width,
                new AttentionShape(heads, keyValueHeads, headWidth),
                file.required(key("feed_forward_length"), 1, 1 << 20),
                file.texts("tokenizer.ggml.tokens").size(),
                file.required(key("context_length"), 1, 1 << 24));
    }

    private Rotary rotary(AttentionShape attention) {
        int turned = file.integer(key("rope.dimension_count"), 2, 1 << 12).orElse(attention.headWidth());
        if (turned != attention.headWidth() || attention.headWidth() % 2 != 0) {
            throw new ModelFileException("%s turns %d of the %d numbers of a head, which is not supported. %s"
                    .formatted(file.path(), turned, attention.headWidth(), "Choose another model."));
        }
        String scaling = file.text(key("rope.scaling.type")).orElse("none");
        if (!scaling.equals("none")) {
            throw new ModelFileException("%s scales its rotary positions («%s»), which is not supported. %s"
                    .formatted(file.path(), scaling, "Choose another model."));
        }
        double base = file.number(key("rope.freq_base")).orElse(10_000.0);
        if (!(base > 0)) {
            throw new ModelFileException(
                    file.path() + " has a rotary base of " + base + ". Copy or download it again.");
        }
        Rotary plain = new Rotary(attention.headWidth(), base);
        // Llama 3's scaling, worked out by the converter.
        return file.hasTensor("rope_freqs.weight")
                ? plain.slowedBy(file.vector("rope_freqs.weight", plain.pairs()))
                : plain;
    }

    private Facts facts() {
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

    private Tokenizer tokenizer() {
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

    private Set<Integer> endOfText(Tokenizer tokenizer) {
        Set<Integer> named = new LinkedHashSet<>();
        int last = tokenizer.vocabulary().size() - 1;
        List.of("tokenizer.ggml.eos_token_id", "tokenizer.ggml.eot_token_id").forEach(key -> {
            Optional<Integer> id = file.integer(key, 0, last);
            id.ifPresent(named::add);
        });
        return Endings.of(named, tokenizer);
    }
}
