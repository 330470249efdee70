-- Every statement on figures names the zone: the keys that begin with it serve, and two indexes less are written with
-- every figure that is published.
DROP INDEX cell_figure;
DROP INDEX observation_figure;
