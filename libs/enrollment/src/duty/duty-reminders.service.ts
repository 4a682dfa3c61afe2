import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { todaySql } from '#identity';
import { type NewNotice, NoticeKind, notify, notYetTold } from '#notices';
import { Jobs, Transactions } from '#platform';
import { DutyStatus } from './duty.enums.js';
import { IN_FORCE, STANDS } from './duty.rules.js';

type DutyNotice = NoticeKind.TRAINING_DUE | NoticeKind.TRAINING_LATE;

const EVERY_HOUR = '27 * * * *';
const AT_ONCE = 500;
const DAYS_BEFORE = 30;

/** Who is reminded of what. Whoever has a place needs no reminder before the last day is over. */
const WHEN: Record<DutyNotice, string> = {
  [NoticeKind.TRAINING_DUE]: `${STANDS[DutyStatus.DUE]} AND duty.due_at <= now() + make_interval(days => ${DAYS_BEFORE})`,
  [NoticeKind.TRAINING_LATE]: STANDS[DutyStatus.LATE],
};

const KEY = `duty.mandate_id || ':' || duty.rule_id || ':' || duty.due_on`;

interface ToldDuty {
  id: string;
  personId: string;
  key: string;
  dueOn: string;
  locale: string;
  course: Record<string, string>;
  office: Record<string, string>;
  provider: Record<string, string>;
}

/** Reminds people of what their office asks: a month before the last day, and when it is over; of each last day once. */
@Injectable()
export class DutyReminders implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly database: DataSource,
    private readonly transactions: Transactions,
  ) {}

  onModuleInit(): void {
    this.jobs.define('enrollment:remind-of-duties', () => this.remind(), EVERY_HOUR);
  }

  /** Reminds everybody whose time has come; a second time reminds nobody. */
  async remind(): Promise<void> {
    await this.remindAll(NoticeKind.TRAINING_DUE);
    await this.remindAll(NoticeKind.TRAINING_LATE);
  }

  private async remindAll(kind: DutyNotice): Promise<void> {
    for (let last: string | null = null; ; ) {
      const found: ToldDuty[] = await this.dueAfter(kind, last);
      if (found.length === 0) return;
      await this.transactions.run((tx: EntityManager) =>
        notify(
          tx,
          found.map((duty) => noticeOf(kind, duty)),
        ),
      );
      last = found.at(-1)?.id ?? null;
    }
  }

  /** The rule’s organization signs. Of several courses that would do, one is named. */
  private dueAfter(kind: DutyNotice, last: string | null): Promise<ToldDuty[]> {
    return this.database.query(
      `SELECT duty.id, duty.person_id AS "personId", ${KEY} AS key, duty.due_on::text AS "dueOn",
         owner.default_locale AS locale, training_role.names AS office,
         (SELECT jsonb_object_agg(locale, name) FROM organization_name WHERE organization_id = owner.id) AS provider,
         (SELECT jsonb_object_agg(locale, title) FROM course_translation WHERE version_id = (
            SELECT course.published_version_id FROM training_rule_course enough
            JOIN course ON course.id = enough.course_id WHERE enough.rule_id = rule.id
            ORDER BY course.retired_at IS NOT NULL, course.created_at LIMIT 1)) AS course
       FROM training_duty duty
       JOIN mandate ON mandate.id = duty.mandate_id AND mandate.started_on <= ${todaySql('mandate.organization_id')}
       JOIN training_rule rule ON rule.id = duty.rule_id
       JOIN organization owner ON owner.id = rule.organization_id
       JOIN training_role ON training_role.code = duty.role_code
       WHERE ${WHEN[kind]} AND ${IN_FORCE} AND ($1::uuid IS NULL OR duty.id > $1)
         AND EXISTS (SELECT FROM account WHERE account.person_id = duty.person_id AND account.disabled_at IS NULL)
         AND ${notYetTold(`${KEY} || ':' || $2`)}
       ORDER BY duty.id LIMIT $3`,
      [last, kind, AT_ONCE],
    );
  }
}

function noticeOf(kind: DutyNotice, { personId, key, dueOn, locale, course, office, provider }: ToldDuty): NewNotice {
  const values = { course: { texts: course }, office: { texts: office }, provider: { texts: provider }, dueOn };
  return { kind, personId, dedupeKey: `${key}:${kind}`, locales: [locale], values };
}
