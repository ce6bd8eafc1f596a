package tokenwalk.app.drift.view;

import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import tokenwalk.app.drift.model.DriftPicture;
import tokenwalk.app.drift.model.LevelMeasures;
import tokenwalk.app.drift.model.Spot;
import tokenwalk.app.provenance.Provenance;
import tokenwalk.app.provenance.Provenance.SourceOf;
import tokenwalk.app.provenance.ProvenancePopOver;

/** Where the numbers of the drift screen come from. */
final class DriftSources {
    private DriftSources() {}

    /** Tells about a dot's place; about the last dot's where none is chosen. */
    static void showPlace(DriftPicture picture, int level, int chosen, Node owner) {
        int token = chosen < 0 || chosen >= picture.tokenCount() ? picture.tokenCount() - 1 : chosen;
        Spot spot = picture.spot(level, token);
        int position = picture.firstPosition() + token;
        ProvenancePopOver.show(
                new Provenance(
                        "The place of %s %d at level %d"
                                .formatted(
                                        LabelWriter.signs(
                                                picture.tokens().get(token).text()),
                                        position + 1,
                                        level),
                        List.of(
                                String.format(
                                        Locale.ROOT,
                                        "r = residual[%d][%d], norm %,.1f",
                                        level,
                                        position,
                                        picture.norm(level, token)),
                                "→ " + picture.horizontal(),
                                "↑ " + picture.vertical(),
                                String.format(Locale.ROOT, "x = %.4f   y = %.4f", spot.x(), spot.y()),
                                "Below: the blocks that leave r behind."),
                        new SourceOf("tokenwalk.runtime.transformer.Transformer", "forwardPiece")),
                owner);
    }

    static void showMeasures(LevelMeasures measures, int level, int position, Node owner) {
        ProvenancePopOver.show(
                new Provenance(
                        "Token %d at level %d, unprojected".formatted(position + 1, level),
                        List.of(
                                String.format(
                                        Locale.ROOT,
                                        "norm = √(r · r) = %,.2f          with r = residual[%d][%d]",
                                        measures.norm(level, position),
                                        level,
                                        position),
                                level == 0
                                        ? "no level before level 0"
                                        : String.format(
                                                Locale.ROOT,
                                                "cosine(r, residual[%d][%d]) = %.4f",
                                                level - 1,
                                                position,
                                                measures.cosineToBefore(level, position)),
                                String.format(
                                        Locale.ROOT,
                                        "cosine(r, residual[%d][%d]) = %.4f",
                                        measures.levelCount() - 1,
                                        position,
                                        measures.cosineToLast(level, position))),
                        new SourceOf("tokenwalk.runtime.tensor.Vector", "cosine")),
                owner);
    }
}
