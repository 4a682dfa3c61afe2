import { ProgramRequest } from './request/program-request.entity.js';

export { RequestsModule } from './requests.module.js';
export { ProgramRequest };

/** Every table of this lib that has an entity; what hangs on a request is read and written in plain SQL. */
export const requestEntities = [ProgramRequest];
