import { connectionOf } from '#platform';
import { CourseType } from '../course/course.type.js';

export const CourseConnection = connectionOf('Course', () => CourseType);
