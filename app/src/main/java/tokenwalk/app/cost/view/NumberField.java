package tokenwalk.app.cost.view;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;

/** A field for a number that is not below 0; commas between thousands are allowed. */
final class NumberField extends TextField {
    private final DoubleBinding value = Bindings.createDoubleBinding(this::parse, textProperty());

    NumberField(String id, double first) {
        setId(id);
        getStyleClass().addAll("number", "number-field");
        setTextFormatter(new TextFormatter<>(change -> {
            if (!change.getControlNewText().matches("[\\d,]{0,15}(\\.\\d{0,6})?")) {
                change.setText("");
                change.setRange(change.getRangeStart(), change.getRangeStart());
            }
            return change;
        }));
        show(first);
    }

    void show(double number) {
        setText(
                number == Math.rint(number)
                        ? String.format(Locale.ROOT, "%,.0f", number)
                        : String.format(Locale.ROOT, "%s", number));
    }

    /** What is written; NaN for nothing. */
    DoubleBinding valueProperty() {
        return value;
    }

    private double parse() {
        String digits = getText().replace(",", "");
        return digits.isEmpty() || digits.equals(".") ? Double.NaN : Double.parseDouble(digits);
    }
}
