import { Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Course } from '#catalog';
import { TrainingRule } from './training-rule.entity.js';

/** One of the courses that satisfy a rule; any of them is enough. */
@Entity()
@Index('training_rule_course_by_course', ['courseId'])
export class TrainingRuleCourse {
  @PrimaryColumn('uuid') ruleId!: string;
  @ManyToOne(() => TrainingRule, { nullable: false, onDelete: 'CASCADE' })
  rule!: Relation<TrainingRule>;

  @PrimaryColumn('uuid') courseId!: string;
  @ManyToOne(() => Course, { nullable: false, onDelete: 'RESTRICT' })
  course!: Relation<Course>;
}
