package tokenwalk.lessons.print;

import java.awt.Color;

/** The colours on paper: those of the light theme, of which all words stay readable when printed in black. */
final class Ink {
    static final Color TEXT = new Color(0x24292f);
    static final Color MUTED = new Color(0x57606a);
    static final Color LINE = new Color(0xafb8c1);
    static final Color TOKEN_GROUND = new Color(0xeaeef2);
    static final Color ACCENT = new Color(0x0969da);
    static final Color ANSWER_GROUND = new Color(0xeef6ff);
    static final Color NOTE = new Color(0x7d5500);
    static final Color NOTE_GROUND = new Color(0xfffbe6);

    private Ink() {}
}
