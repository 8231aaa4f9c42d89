package fr.preau.edition;

import java.util.function.BiFunction;

/** What editors do to an outline, each by its button. */
public enum OutlineStep {
    ADD((outline, edit) -> outline.add(edit.named())),
    RENAME((outline, edit) -> outline.rename(edit.section(), edit.heading().isEmpty() ? null : edit.named())),
    UP((outline, edit) -> outline.move(edit.section(), true)),
    DOWN((outline, edit) -> outline.move(edit.section(), false)),
    OUT((outline, edit) -> outline.takeOut(edit.section())),
    BACK((outline, edit) -> outline.putBack(edit.section()));

    private final BiFunction<DraftOutline, OutlineEdit, DraftOutline> change;

    OutlineStep(BiFunction<DraftOutline, OutlineEdit, DraftOutline> change) {
        this.change = change;
    }

    DraftOutline on(DraftOutline outline, OutlineEdit edit) {
        return change.apply(outline, edit);
    }
}
