package tokenwalk.app.window;

import javafx.scene.layout.Region;
import tokenwalk.app.attention.AttentionScreen;
import tokenwalk.app.cost.CostScreen;
import tokenwalk.app.drift.DriftScreen;
import tokenwalk.app.embeddings.EmbeddingScreen;
import tokenwalk.app.lens.LensScreen;
import tokenwalk.app.library.LibraryScreen;
import tokenwalk.app.logits.LogitsScreen;
import tokenwalk.app.mlp.MlpScreen;
import tokenwalk.app.navigation.ScreenId;
import tokenwalk.app.practice.FlashcardsScreen;
import tokenwalk.app.practice.LabScreen;
import tokenwalk.app.practice.SelfCheckScreen;
import tokenwalk.app.residual.ResidualScreen;
import tokenwalk.app.sampler.SamplerScreen;
import tokenwalk.app.screen.Shared;
import tokenwalk.app.tokens.TokensScreen;
import tokenwalk.app.training.TrainingScreen;

/** Makes the screens. */
final class Screens {
    private Screens() {}

    static Region create(ScreenId id, Shared shared) {
        return switch (id) {
            case ATTENTION -> new AttentionScreen(shared);
            case TOKENS -> new TokensScreen(shared);
            case EMBEDDING -> new EmbeddingScreen(shared);
            case MLP -> new MlpScreen(shared);
            case RESIDUAL -> new ResidualScreen(shared);
            case DRIFT -> new DriftScreen(shared);
            case LENS -> new LensScreen(shared);
            case LOGITS -> new LogitsScreen(shared);
            case TRAINING -> new TrainingScreen(shared);
            case SAMPLER -> new SamplerScreen(shared);
            case COST -> new CostScreen(shared);
            case LAB -> new LabScreen(shared);
            case SELF_CHECK -> new SelfCheckScreen(shared);
            case FLASHCARDS -> new FlashcardsScreen(shared);
            case MODELS -> new LibraryScreen(shared);
        };
    }
}
