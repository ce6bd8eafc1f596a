package tokenwalk.app.controls;

import org.jspecify.annotations.Nullable;

/** The cells of a {@link LensGrid}, wherever they are kept. They must not change while they are shown. */
@FunctionalInterface
public interface LensCells {
    LensCells NONE = (_, _) -> null;

    /** @return the cell, or null while it is not computed */
    @Nullable
    LensCell at(int level, int position);
}
