package tokenwalk.app.drift.view;

import org.jspecify.annotations.Nullable;

/**
 * Where a label goes.
 *
 * @param label its index among the requests
 * @param leader null where the label touches its dot
 */
record Placement(int label, Box box, @Nullable Leader leader) {}
