package tokenwalk.runtime.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import tokenwalk.runtime.tensor.TensorType;
import tokenwalk.runtime.tensor.kernel.Arithmetic;
import tokenwalk.runtime.tensor.kernel.Kernel;
import tokenwalk.runtime.token.Tokenizer;
import tokenwalk.runtime.transformer.Activation;
import tokenwalk.runtime.transformer.AttentionShape;
import tokenwalk.runtime.transformer.Gpt2Family;
import tokenwalk.runtime.transformer.LlamaFamily;
import tokenwalk.runtime.transformer.ModelShape;
import tokenwalk.runtime.transformer.Rotary;
import tokenwalk.runtime.transformer.Transformer;
import tokenwalk.runtime.transformer.WeightFormat;
import tokenwalk.runtime.weights.HuggingFaceWeights;
import tokenwalk.runtime.weights.ModelFileException;

/** A model in a Hugging Face folder: {@code config.json}, weights, tokenizer files. */
final class HuggingFaceModel {
    private static final int MOST = 1 << 24;

    private final Path folder;
    private final ModelConfig config;
    private final String architecture;
    private final HuggingFaceWeights weights;

    /** @throws ModelFileException if the folder is not whole, or its architecture is none that is read here */
    HuggingFaceModel(Path folder) {
        this.folder = folder;
        if (!Files.exists(folder.resolve("config.json"))) {
            throw new ModelFileException(
                    "%s holds no config.json. Choose the folder of one model, or a .gguf file.".formatted(folder));
        }
        this.config = ModelConfig.read(folder.resolve("config.json"));
        this.architecture = config.text("model_type").orElse("none");
        if (!Architectures.isKnown(architecture)) {
            throw Architectures.unknown(config.path(), architecture);
        }
        this.weights = HuggingFaceWeights.open(folder);
    }

    LanguageModel build(Arithmetic arithmetic, BiConsumer<Integer, Integer> progress) {
        TokenizerFiles files = new TokenizerFiles(folder, vocabulary());
        Tokenizer tokenizer = files.tokenizer();
        Transformer transformer = switch (architecture) {
            case Architectures.GPT2 -> gpt2().build(arithmetic, progress);
            default -> llama().build(arithmetic, progress);
        };
        return new LanguageModel(facts(), tokenizer, transformer, endOfText(tokenizer), files.chatTemplate());
    }

    MemoryEstimate memory(Kernel kernel) {
        long packed = MemoryEstimate.packedBytes(weights.bytesByType(), kernel);
        ModelShape shape = architecture.equals(Architectures.GPT2) ? gpt2Shape() : llamaShape();
        return MemoryEstimate.of(folder, weights.byteSize(), packed, shape);
    }

    private int vocabulary() {
        return config.required("vocab_size", 1, MOST);
    }

    private Gpt2Family gpt2() {
        if (!config.flag("scale_attn_weights", true)) {
            throw config.wrong("scale_attn_weights");
        }
        if (config.flag("scale_attn_by_inverse_layer_idx", false)) {
            throw config.wrong("scale_attn_by_inverse_layer_idx");
        }
        double epsilon = config.number("layer_norm_epsilon").orElse(1e-5);
        return new Gpt2Family(gpt2Shape(), epsilon, activation(), WeightFormat.HUGGING_FACE, weights);
    }

    private ModelShape gpt2Shape() {
        int width = config.required("n_embd", 1, MOST);
        int heads = heads("n_head", width);
        return new ModelShape(
                config.required("n_layer", 1, 1 << 12),
                width,
                new AttentionShape(heads, heads, width / heads),
                config.integer("n_inner", 1, MOST).orElse(4 * width),
                vocabulary(),
                config.integer("n_positions", 1, MOST).orElseGet(() -> config.required("n_ctx", 1, MOST)));
    }

    private Activation activation() {
        return switch (config.text("activation_function").orElse("gelu_new")) {
            case "gelu_new", "gelu_fast", "gelu_pytorch_tanh" -> Activation.GELU_TANH;
            case "gelu" -> Activation.GELU;
            case "relu" -> Activation.RELU;
            case "silu", "swish" -> Activation.SILU;
            default -> throw config.wrong("activation_function");
        };
    }

    private LlamaFamily llama() {
        if (!config.text("hidden_act").orElse("silu").equals("silu")) {
            throw config.wrong("hidden_act");
        }
        if (config.flag("use_sliding_window", false)) {
            throw config.wrong("use_sliding_window");
        }
        ModelShape shape = llamaShape();
        double epsilon = config.number("rms_norm_eps").orElse(1e-6);
        Rotary rotary = rotary(shape.attention().headWidth());
        return new LlamaFamily(shape, epsilon, rotary, false, WeightFormat.HUGGING_FACE, weights);
    }

    private ModelShape llamaShape() {
        int width = config.required("hidden_size", 1, MOST);
        int heads = config.required("num_attention_heads", 1, 1 << 12);
        int keyValueHeads = config.integer("num_key_value_heads", 1, heads).orElse(heads);
        int headWidth =
                config.integer("head_dim", 2, 1 << 12).orElseGet(() -> width / heads("num_attention_heads", width));
        if (heads % keyValueHeads != 0) {
            throw config.wrong("num_key_value_heads");
        }
        return new ModelShape(
                config.required("num_hidden_layers", 1, 1 << 12),
                width,
                new AttentionShape(heads, keyValueHeads, headWidth),
                config.required("intermediate_size", 1, MOST),
                vocabulary(),
                config.required("max_position_embeddings", 1, MOST));
    }

    private int heads(String key, int width) {
        int heads = config.required(key, 1, 1 << 12);
        if (width % heads != 0) {
            throw config.wrong(key);
        }
        return heads;
    }

    /** Newer folders say all about rotation in «rope_parameters», older ones in «rope_theta» and «rope_scaling». */
    private Rotary rotary(int headWidth) {
        Optional<ModelConfig> parameters = config.section("rope_parameters");
        Optional<ModelConfig> scaling = parameters.or(() -> config.section("rope_scaling"));
        double base = parameters
                .flatMap(section -> section.number("rope_theta"))
                .or(() -> config.number("rope_theta"))
                .orElse(10_000.0);
        if (!(base > 0) || headWidth % 2 != 0) {
            throw config.wrong(base > 0 ? "head_dim" : "rope_theta");
        }
        Rotary plain = new Rotary(headWidth, base);
        String type = scaling.flatMap(section -> section.text("rope_type").or(() -> section.text("type")))
                .orElse("default");
        return switch (type) {
            case "default" -> plain;
            case "llama3" -> plain.scaledAsLlama3(llama3(scaling.orElseThrow()));
            case "linear" -> plain.slowedBy(same(plain.pairs(), scaling.orElseThrow()));
            default -> throw scaling.orElseThrow().wrong("rope_type");
        };
    }

    private static Rotary.Llama3Scaling llama3(ModelConfig scaling) {
        try {
            return new Rotary.Llama3Scaling(
                    scaling.number("factor").orElse(Double.NaN),
                    scaling.number("low_freq_factor").orElse(Double.NaN),
                    scaling.number("high_freq_factor").orElse(Double.NaN),
                    scaling.required("original_max_position_embeddings", 1, MOST));
        } catch (IllegalArgumentException e) {
            throw new ModelFileException(scaling.path() + " has " + e.getMessage() + ". Choose another model.", e);
        }
    }

    private static float[] same(int pairs, ModelConfig scaling) {
        double factor = scaling.number("factor").orElse(Double.NaN);
        if (!(factor >= 1)) {
            throw scaling.wrong("factor");
        }
        float[] factors = new float[pairs];
        Arrays.fill(factors, (float) factor);
        return factors;
    }

    private Facts facts() {
        TensorType most = weights.bytesByType().entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        return new Facts(name(), folder, architecture, most.name(), weights.byteSize(), weights.parameters());
    }

    private String name() {
        try {
            return folder.toRealPath().getFileName().toString();
        } catch (IOException e) {
            return folder.toString();
        }
    }

    private Set<Integer> endOfText(Tokenizer tokenizer) {
        Set<Integer> named = new LinkedHashSet<>(config.ids("eos_token_id"));
        Path generation = folder.resolve("generation_config.json");
        if (Files.exists(generation)) {
            named.addAll(ModelConfig.read(generation).ids("eos_token_id"));
        }
        named.removeIf(id -> id < 0 || id >= tokenizer.vocabulary().size());
        return Endings.of(named, tokenizer);
    }
}
