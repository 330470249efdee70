import { indicator } from './records/indicator'
import { report } from './records/report'
import { reportingForm } from './records/reporting-form'
import { validationRule } from './records/validation-rule'

export const indicatorRecords = [indicator, reportingForm, report, validationRule]
