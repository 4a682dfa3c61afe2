import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Completion } from './completion.enums.js';
import { CompletionSheet } from './completion-sheet.entity.js';

/** One person on a sheet, and the answer. */
@Entity()
@Index('completion_line_by_enrollment', ['enrollmentId'])
@Check('completion_line_position', '"position" BETWEEN 1 AND 100')
@Check('completion_line_day', `"completed_on" IS NULL OR "completion" IS NOT DISTINCT FROM 'COMPLETED'`)
export class CompletionLine {
  @PrimaryColumn('uuid') sheetId!: string;
  @ManyToOne(() => CompletionSheet, { nullable: false, onDelete: 'CASCADE' })
  sheet!: Relation<CompletionSheet>;

  /** From 1, in the order sent. */
  @PrimaryColumn('int') position!: number;

  /** As it was sent: there may be no such enrollment in the offering. */
  @Column('uuid') enrollmentId!: string;

  /** Null: what was recorded is taken back. */
  @Column({ type: 'enum', enum: Completion, enumName: 'completion', nullable: true })
  completion!: Completion | null;
  @Column({ type: 'date', nullable: true })
  completedOn!: string | null;

  /** Why, told to the person; null: nothing was said. */
  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  /** Why it was refused, in the form in which refusals are remembered; null: it was recorded. */
  @Column({ type: 'jsonb', nullable: true })
  refusal!: object | null;
}
