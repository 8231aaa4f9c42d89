package fr.preau.job;

/** Where a job stands. */
public enum JobState {
    WAITING,
    RUNNING,
    DONE,
    FAILED,
    /** Stopped by who asked for it: nothing of it was kept. */
    CANCELLED;

    public boolean over() {
        return this != WAITING && this != RUNNING;
    }
}
