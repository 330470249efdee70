import { enterprise } from './enterprise'
import { enterpriseRequest } from './enterprise-request'

/** The record types of this module. */
export const enterpriseRecords = [enterprise, enterpriseRequest]
