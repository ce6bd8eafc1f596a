package tokenwalk.app.pipeline;

/** How much of a stage there is room for. */
enum Room {
    /** Names and details. */
    WIDE(86),
    /** Names only. */
    NARROW(72),
    /** Short names, and no arrows between them. */
    TIGHT(0);

    private final double fromEm;

    Room(double fromEm) {
        this.fromEm = fromEm;
    }

    /** @return the most there is room for in a strip so many em wide */
    static Room of(double em) {
        for (Room room : values()) {
            if (em >= room.fromEm) {
                return room;
            }
        }
        return TIGHT;
    }
}
