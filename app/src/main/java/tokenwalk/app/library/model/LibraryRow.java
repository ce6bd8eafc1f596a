package tokenwalk.app.library.model;

/**
 * A model as the library shows it.
 *
 * @param open whether the screens show it
 * @param compared whether it is open beside that one
 */
public record LibraryRow(ModelEntry entry, boolean open, boolean compared, Activity activity) {
    public boolean isFetching() {
        return activity instanceof Activity.Fetching;
    }
}
