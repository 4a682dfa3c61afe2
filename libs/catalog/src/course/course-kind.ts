import { registerEnumType } from '@nestjs/graphql';

export enum CourseKind {
  ADVANCED_TRAINING = 'ADVANCED_TRAINING',
  MASTER_CLASS = 'MASTER_CLASS',
  ACADEMY_COURSE = 'ACADEMY_COURSE',
  SEMINAR = 'SEMINAR',
  SCHOOL = 'SCHOOL',
  RESIDENTIAL = 'RESIDENTIAL',
  EXPERIENCE_EXCHANGE = 'EXPERIENCE_EXCHANGE',
}

registerEnumType(CourseKind, {
  name: 'CourseKind',
  description: 'What sort of training a course is. Expect values to be added.',
  valuesMap: {
    ADVANCED_TRAINING: { description: 'Short course that refreshes or raises a qualification.' },
    MASTER_CLASS: { description: 'An expert shows how it is done.' },
    ACADEMY_COURSE: { description: 'Course of an academy’s own program, as a rule on paid contract.' },
    SEMINAR: { description: 'One or a few meetings on one question.' },
    SCHOOL: { description: 'Series for one circle of people, such as a school of union leaders.' },
    RESIDENTIAL: { description: 'Training during a stay, such as a rest with classes in a health resort.' },
    EXPERIENCE_EXCHANGE: { description: 'Visit in which organizations learn from each other.' },
  },
});
