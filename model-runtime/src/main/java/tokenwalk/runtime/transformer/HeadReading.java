package tokenwalk.runtime.transformer;

import tokenwalk.runtime.tensor.kernel.AttentionKernel;
import tokenwalk.runtime.tensor.kernel.KeyValueLayout;
import tokenwalk.runtime.tensor.kernel.Mixture;
import tokenwalk.runtime.tensor.kernel.Workers;

/**
 * What the heads of one layer read for some tokens. The work is shared among the threads by key/value head and by tokens;
 * where there are few tokens, as when one is added to a long text, by pages of the cache too.
 */
final class HeadReading {
    /** Queries that go through a page together, so that it is fetched once for all of them. */
    private static final int MANY_ROWS = 48;

    private static final int FEW_ROWS = 12;
    private static final int FEW_TOKENS = 64;
    /** Parts of work for each thread, so that the threads end together. */
    private static final int PARTS_A_THREAD = 4;

    private final AttentionShape shape;
    private final Rotary rotary;
    private final int layer;
    private final int first;
    private final int count;
    private final KeyValueCache cache;
    private final Workers workers;

    HeadReading(AttentionShape shape, Rotary rotary, int layer, Pass pass) {
        this.shape = shape;
        this.rotary = rotary;
        this.layer = layer;
        this.first = pass.firstPosition();
        this.count = pass.count();
        this.cache = pass.cache();
        this.workers = pass.arithmetic().workers();
    }

    /**
     * Puts the tokens' keys and values into the cache, and lets the queries read there.
     *
     * @param queries [count × heads · headWidth], before the rotary embedding
     * @param keys [count × keyValueHeads · headWidth], before the rotary embedding
     * @param values [count × keyValueHeads · headWidth]
     * @return [count × heads · headWidth]
     */
    float[] read(float[] queries, float[] keys, float[] values) {
        // [keyValueHeads × count × group × headWidth]: the queries that read the same keys follow each other.
        float[] turned = new float[queries.length + AttentionKernel.SLACK * shape.headWidth()];
        Rotary.Turns turns = rotary.turns(first + count);
        workers.share(count, 1, (from, to) -> {
            float[] key = new float[shape.headWidth()];
            for (int token = from; token < to; token++) {
                turn(token, queries, turns, turned);
                remember(token, keys, values, turns, key);
            }
        });
        float[] heads = new float[queries.length];
        readCache(turned, heads);
        return heads;
    }

    private int group() {
        return shape.heads() / shape.keyValueHeads();
    }

    private void turn(int token, float[] queries, Rotary.Turns turns, float[] turned) {
        int width = shape.headWidth();
        int group = group();
        float factor = (float) (1 / Math.sqrt(width));
        for (int head = 0; head < shape.heads(); head++) {
            int row = (head / group * count + token) * group + head % group;
            rotary.rotate(
                    queries,
                    token * shape.queryWidth() + head * width,
                    width,
                    turns,
                    first + token,
                    factor,
                    turned,
                    row * width);
        }
    }

    private void remember(int token, float[] keys, float[] values, Rotary.Turns turns, float[] key) {
        KeyValueLayout layout = cache.layout();
        int width = shape.headWidth();
        float[] page = cache.page((first + token) / KeyValueLayout.POSITIONS);
        int position = (first + token) % KeyValueLayout.POSITIONS;
        for (int head = 0; head < shape.keyValueHeads(); head++) {
            int from = token * shape.keyValueWidth() + head * width;
            rotary.rotate(keys, from, width, turns, first + token, 1, key, 0);
            layout.putKey(key, 0, page, cache.at(layer, head), position);
            layout.putValue(values, from, page, cache.at(layer, head), position);
        }
    }

    private void readCache(float[] turned, float[] heads) {
        int tokens = Math.max(1, (count < FEW_TOKENS ? FEW_ROWS : MANY_ROWS) / group());
        int blocks = (count + tokens - 1) / tokens;
        int pages = (first + count - 1) / KeyValueLayout.POSITIONS + 1;
        int splits = splits(blocks * shape.keyValueHeads(), pages);
        if (splits == 1) {
            workers.shareOneByOne(blocks * shape.keyValueHeads(), (from, to) -> {
                Mixture mixture = new Mixture(tokens * group(), cache.kernel(), shape.headWidth());
                for (int item = from; item < to; item++) {
                    mixture.clear();
                    Queries some = queriesOf(item, tokens, blocks);
                    some.read(turned, 0, pages, mixture);
                    some.write(mixture, heads);
                }
            });
            return;
        }
        Mixture[] parts = new Mixture[blocks * shape.keyValueHeads() * splits];
        workers.shareOneByOne(parts.length, (from, to) -> {
            for (int part = from; part < to; part++) {
                int split = part % splits;
                parts[part] = new Mixture(tokens * group(), cache.kernel(), shape.headWidth());
                queriesOf(part / splits, tokens, blocks)
                        .read(turned, pages * split / splits, pages * (split + 1) / splits, parts[part]);
            }
        });
        for (int item = 0; item < blocks * shape.keyValueHeads(); item++) {
            for (int split = 1; split < splits; split++) {
                parts[item * splits].add(parts[item * splits + split]);
            }
            queriesOf(item, tokens, blocks).write(parts[item * splits], heads);
        }
    }

    /** Into how many parts the pages are split, so that each thread has something to do. */
    private int splits(int items, int pages) {
        int wanted = workers.threads() == 1 ? 1 : PARTS_A_THREAD * workers.threads();
        return Math.clamp((wanted + items - 1) / items, 1, pages);
    }

    /** The last tokens come first: they read most, and what is left at the end is small. */
    private Queries queriesOf(int item, int tokens, int blocks) {
        int from = (blocks - 1 - item / shape.keyValueHeads()) * tokens;
        return new Queries(item % shape.keyValueHeads(), from, Math.min(count, from + tokens));
    }

    /** Some tokens' queries that read the same keys. */
    private final class Queries {
        private final int head;
        private final int from;
        private final int to;

        Queries(int head, int from, int to) {
            this.head = head;
            this.from = from;
            this.to = to;
        }

        void read(float[] turned, int fromPage, int toPage, Mixture mixture) {
            int rows = (to - from) * group();
            int at = (head * count + from) * group() * shape.headWidth();
            for (int page = fromPage; page < toPage; page++) {
                AttentionKernel.Seen seen =
                        new AttentionKernel.Seen(first + from + 1 - page * KeyValueLayout.POSITIONS, group());
                cache.kernel()
                        .read(turned, at, rows, seen, cache.page(page), cache.at(layer, head), cache.layout(), mixture);
            }
        }

        void write(Mixture mixture, float[] heads) {
            for (int row = 0; row < (to - from) * group(); row++) {
                int token = from + row / group();
                int queryHead = head * group() + row % group();
                mixture.divide(row, heads, token * shape.queryWidth() + queryHead * shape.headWidth());
            }
        }
    }
}
