-- They come back with the reading as one more parameter, in R__figures_of_collectivities.sql.
DROP FUNCTION IF EXISTS figures_of(bigint, text[], text[], text);
DROP FUNCTION IF EXISTS counted_figures(bigint, text[], text);
