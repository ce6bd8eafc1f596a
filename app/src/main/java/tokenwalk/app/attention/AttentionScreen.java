package tokenwalk.app.attention;

import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import tokenwalk.app.attention.model.WalkthroughModel;
import tokenwalk.app.attention.view.Columns;
import tokenwalk.app.attention.view.HeadsAndSteps;
import tokenwalk.app.attention.view.OpeningCard;
import tokenwalk.app.attention.view.PanelRow;
import tokenwalk.app.attention.view.TokensCard;
import tokenwalk.app.comparison.view.OneOrTwo;
import tokenwalk.app.drift.view.DriftCard;
import tokenwalk.app.generation.view.ComparedGeneration;
import tokenwalk.app.generation.view.GenerationCard;
import tokenwalk.app.lens.view.HighlightedTokenCard;
import tokenwalk.app.lens.view.NearestLine;
import tokenwalk.app.pointing.Marked;
import tokenwalk.app.presenter.SpokenOf;
import tokenwalk.app.screen.Shared;
import tokenwalk.app.session.SessionModel;
import tokenwalk.app.theme.Appearance;
import tokenwalk.lessons.place.Part;

/** The screen «Self-Attention»: tokens and attention on top; below, drift, the highlighted token, and generation. */
public final class AttentionScreen extends ScrollPane {
    private final Appearance appearance;
    private final ObjectProperty<Columns> columns = new SimpleObjectProperty<>(this, "columns", Columns.THREE);

    public AttentionScreen(Shared shared) {
        SessionModel session = shared.session();
        WalkthroughModel model = shared.walkthrough();
        this.appearance = shared.appearance();
        SpokenOf spokenOf = new SpokenOf(appearance, shared.learning().player());
        getStyleClass().add("screen-scroll");
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);

        // From the screen's own width, which is known before its cards are laid out.
        widthProperty().subscribe(this::chooseColumns);
        appearance.textScaleProperty().subscribe(this::chooseColumns);
        appearance.presentingProperty().subscribe(this::chooseColumns);
        BooleanBinding narrow = columns.isNotEqualTo(Columns.THREE)
                .and(appearance.presentingProperty().not());
        BooleanBinding beside = narrow.and(columns.isEqualTo(Columns.TWO));

        NearestLine nearest = new NearestLine(session, model.highlighted(), appearance);
        OpeningCard opening = new OpeningCard(session);
        opening.visibleProperty().bind(session.readingProperty().isNull());
        PanelRow panels = new PanelRow(
                new DriftCard(session, model.drift(), appearance, spokenOf, beside, nearest),
                Marked.as(Part.NEAREST, new HighlightedTokenCard(session, model.highlighted(), appearance)),
                new GenerationCard(session, model.generation(), appearance, spokenOf, beside),
                opening,
                columns,
                appearance);
        nearest.visibleProperty().bind(columns.isEqualTo(Columns.TWO).and(spokenOf.anyOf(Part.NEAREST)));
        nearest.managedProperty().bind(nearest.visibleProperty());
        OneOrTwo lower = new OneOrTwo(
                shared.library().comparison(),
                panels,
                () -> new ComparedGeneration(
                        session, model.generation(), shared.library().comparison(), appearance, spokenOf, beside));
        VBox.setVgrow(lower, Priority.ALWAYS);
        HeadsAndSteps heads = new HeadsAndSteps(session, model.attention(), appearance);
        VBox.setVgrow(heads, Priority.ALWAYS);
        heads.visibleProperty().bind(model.attention().heads().shownProperty());
        heads.managedProperty().bind(heads.visibleProperty());
        lower.visibleProperty().bind(heads.visibleProperty().not());
        lower.managedProperty().bind(lower.visibleProperty());
        VBox screen = new VBox(new TokensCard(session, model.attention(), appearance, spokenOf, narrow), lower, heads);
        screen.getStyleClass().add("screen");
        setContent(screen);
    }

    private void chooseColumns() {
        if (getWidth() > 0) {
            columns.set(Columns.in(getWidth(), appearance));
        }
    }
}
