package fr.preau.web;

/**
 * What is the same for every viewer of this service.
 *
 * @param fictitious whether the data are invented, which every page then says
 */
public record Site(Messages messages, Assets assets, boolean fictitious, String version) {}
