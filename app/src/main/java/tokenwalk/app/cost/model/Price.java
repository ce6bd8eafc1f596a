package tokenwalk.app.cost.model;

/** What a text costs where tokens are sold. Prices are per million tokens. */
public record Price(double inputTokens, double outputTokens, double inputPrice, double outputPrice) {
    private static final double MILLION = 1e6;

    public double input() {
        return inputTokens * inputPrice / MILLION;
    }

    public double output() {
        return outputTokens * outputPrice / MILLION;
    }

    public double total() {
        return input() + output();
    }
}
