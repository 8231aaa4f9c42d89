package fr.preau.shared;

import fr.preau.kernel.ControlCode;
import fr.preau.kernel.Message;

/** How far a control is answered over an owner's schools. */
public record Progress(ControlCode control, int asked, int answered) {
    /** What is left, in words. */
    public Message words() {
        return Message.of("shared.left", left());
    }

    /** How many schools have no answer to it. */
    public int left() {
        return asked - answered;
    }
}
