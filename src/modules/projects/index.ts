import { project } from './records/project'

export const projectRecords = [project]
