package tokenwalk.runtime.hub;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** What it means that a server refuses: something to tell, or something to try again. */
final class Refusals {
    private Refusals() {}

    /**
     * @return the failure to throw
     * @throws BrokenTransfer if it is worth another attempt
     */
    static DownloadFailure of(HubClient.Answer answer, HubSource source, URI endpoint, Time time)
            throws BrokenTransfer {
        int status = answer.status();
        String host = answer.address().getHost();
        if (status == 408 || status == 429 || status >= 500) {
            String what = status == 429
                    ? "%s is asked too often".formatted(host)
                    : "%s has trouble (status %d)".formatted(host, status);
            throw BrokenTransfer.busy(what, pause(answer, time));
        }
        return switch (status) {
            case 401, 403 -> DownloadFailure.closed(source, endpoint + "/" + source.repository());
            case 407 -> DownloadFailure.proxy();
            default -> DownloadFailure.status(status, host);
        };
    }

    /** RFC 9110, 10.2.3: seconds, or a date. */
    private static Optional<Duration> pause(HubClient.Answer answer, Time time) {
        return answer.header("Retry-After").map(String::strip).flatMap(text -> {
            if (text.matches("\\d{1,9}")) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
            }
            try {
                ZonedDateTime until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
                return Optional.of(Duration.between(time.instant(), until.toInstant()));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        });
    }
}
