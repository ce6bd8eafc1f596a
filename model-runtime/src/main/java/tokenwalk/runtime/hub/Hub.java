package tokenwalk.runtime.hub;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The Hugging Face hub, or a mirror that answers as it does. Nothing is sent before a download is run. */
public final class Hub {
    /** Names the hub or mirror to load from. */
    public static final String PROPERTY = "tokenwalk.endpoint";

    /** Does the same, where the setting is empty; Hugging Face's own tools read it too. */
    public static final String VARIABLE = "HF_ENDPOINT";

    static final String USUAL_ENDPOINT = "https://huggingface.co";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI endpoint;
    private final Duration patience;
    private final Time time;

    /** @param endpoint see {@link #endpoint(Optional, Catalogue)} */
    public Hub(URI endpoint) {
        this(endpoint, PATIENCE, Time.REAL);
    }

    /** @param patience how long to wait for the next byte before trying anew */
    Hub(URI endpoint, Duration patience, Time time) {
        this.endpoint = endpoint;
        this.patience = patience;
        this.time = time;
    }

    /**
     * @param setting the user's own choice; the app keeps one, the command line has {@link #PROPERTY}
     * @return the endpoint of the setting, else of the environment, else of the catalogue, else huggingface.co
     * @throws DownloadFailure if that is no address
     */
    public static URI endpoint(Optional<String> setting, Catalogue catalogue) {
        return endpoint(setting, System.getenv(), catalogue);
    }

    static URI endpoint(Optional<String> setting, Map<String, String> environment, Catalogue catalogue) {
        return Stream.of(setting, Optional.ofNullable(environment.get(VARIABLE)))
                .flatMap(Optional::stream)
                .filter(text -> !text.isBlank())
                .findFirst()
                .map(Hub::endpoint)
                .or(catalogue::endpoint)
                .orElseGet(() -> URI.create(USUAL_ENDPOINT));
    }

    /** @throws DownloadFailure if the text is no address of a hub */
    static URI endpoint(String text) {
        try {
            URI address = new URI(text.strip().replaceFirst("/+$", ""));
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            boolean plain = address.getQuery() == null && address.getFragment() == null;
            if (plain && address.getHost() != null && (scheme.equals("https") || scheme.equals("http"))) {
                return address;
            }
        } catch (URISyntaxException e) {
            throw noAddress(text);
        }
        throw noAddress(text);
    }

    private static DownloadFailure noAddress(String text) {
        return new DownloadFailure("The endpoint «%s» is no address. Write it as %s.".formatted(text, USUAL_ENDPOINT));
    }

    public URI endpoint() {
        return endpoint;
    }

    HubClient connect() {
        return new HubClient(endpoint, patience, time);
    }

    Time time() {
        return time;
    }
}
