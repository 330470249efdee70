import { enterprise } from './enterprise'

/** The record types of this module. */
export const enterpriseRecords = [enterprise]
