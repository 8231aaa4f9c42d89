package fr.preau.shared;

import fr.preau.checklist.Verdict;

/**
 * One thing that somebody does to a running campaign.
 *
 * @param pick whatever the move must choose: a set, a target, whether to follow
 */
record FigureStep(Move move, int school, int control, Verdict verdict, int pick) {

    /** What somebody does, and how often. */
    enum Move {
        SAVE(5),
        SHARE(4),
        UNDO(3),
        BATCH(3),
        SUBMIT(9),
        WITHDRAW(2),
        VALIDATE(7),
        SEND_BACK(2),
        REOPEN(4),
        OPINE(8),
        TAKE_BACK(2),
        REPAIR(2),
        REMOVE(2),
        OPEN_SCHOOL(2),
        MERGE_SCHOOLS(2),
        CLOSE_SCHOOL(1),
        REOPEN_SCHOOL(1),
        MOVE_SCHOOL(3),
        REPLACE_COLLECTIVITY(2),
        FOLD(2);

        private final int often;

        Move(int often) {
            this.often = often;
        }

        int often() {
            return often;
        }

        /** Moves about a submitted audit fall on two schools only, so that they meet one that is. */
        boolean reviews() {
            return compareTo(SUBMIT) >= 0 && compareTo(REPAIR) <= 0;
        }
    }
}
