-- Completion on time is counted from the list of the year as the other rates are.
ALTER TABLE project_year ADD COLUMN completed_in text;

ALTER TABLE project_year ADD COLUMN completion_due boolean;

ALTER TABLE project_year ADD COLUMN completed_on_time boolean;

ALTER TABLE project_year ADD CONSTRAINT project_year_completed_in_check CHECK ((completed_in ~ '^\d{4}(-Q[1-4]|-H[12]|-(0[1-9]|1[0-2])(-[0-3][0-9])?)?$'::text));

COMMENT ON COLUMN project_year.completed_in IS '竣工月份';

COMMENT ON COLUMN project_year.completion_due IS '当年应竣工';

COMMENT ON COLUMN project_year.completed_on_time IS '按期竣工';

-- Rows that are there already get what writing them would have given them.
SET LOCAL ROLE yipanqi_kernel;
UPDATE project_year SET completed_in = left(project.completed_on::text, 7)
  FROM project WHERE project.zone_id = project_year.zone_id AND project.id = project_year.project;
UPDATE project_year SET
  completion_due = planned_completion IS NOT NULL AND left(planned_completion, 4) = year,
  completed_on_time = planned_completion IS NOT NULL AND left(planned_completion, 4) = year
    AND completed_in IS NOT NULL AND completed_in <= planned_completion;
RESET ROLE;
