import type { components } from '@api-schema'

/** The records of the API by the names that the server gives them. */
export type Schemas = components['schemas']
export type BilingualText = Schemas['BilingualText']
export type AirExtent = Schemas['AirExtent']
export type SubjectRef = Schemas['SubjectRef']
export type AirSubject = Schemas['AirSubject']
export type Remark = Schemas['Remark']
export type StandardRef = Schemas['StandardRef']
export type AqiLevelInfo = Schemas['AqiLevelInfo']
export type Computing = Schemas['Computing']
export type SixValues = Schemas['SixValues']
