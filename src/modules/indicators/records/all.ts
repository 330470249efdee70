import { indicator } from './indicator'
import { report } from './report'
import { reportingForm } from './reporting-form'
import { validationRule } from './validation-rule'

/** The record types of this module, in the order in which they refer to each other. */
export const indicatorRecords = [indicator, reportingForm, report, validationRule]
