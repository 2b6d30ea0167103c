package org.lantian.standards.assessment;

/** Whether a target can still be reached. */
public enum BudgetState {
    /** It depends on the days left. */
    OPEN,
    /** Nothing that is left can spoil it, or the period is over and it was met. */
    REACHED,
    /** Nothing that is left can save it. */
    OUT_OF_REACH,
    /** The period is over and it was not met. */
    MISSED
}
