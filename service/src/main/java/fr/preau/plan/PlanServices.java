package fr.preau.plan;

/** The services of this feature, as the root wires them. */
public record PlanServices(
        Plans plans, Actions actions, Renewals renewals, Starts starts, Assignments assignments, Todos todos) {}
