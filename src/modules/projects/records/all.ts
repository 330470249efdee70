import { project } from './project'

/** The record types of this module, in the order in which they refer to each other. */
export const projectRecords = [project]
