export { academyAdmin, DEMO_PASSWORD, federationAdmin, members } from './accounts.js';
export { createCourseInput } from './courses.js';
export { type DemoCourse, readCourses } from './data.js';
export { loadDemoWorld } from './load-demo-world.js';
export { organizationId } from './people.js';
export { timetable } from './timetable.js';
