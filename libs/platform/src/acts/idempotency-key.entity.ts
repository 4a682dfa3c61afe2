import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { StoredReason } from '../errors/reason.js';

/** How a mutation ended: with this row, or refused. */
export type Outcome = { entity: string; id: string } | { reasons: StoredReason[] };

/** A request that may come again: the same key gives one effect and the same answer. */
@Entity()
@Index('idempotency_key_created_at', ['createdAt'])
export class IdempotencyKey {
  @PrimaryColumn('uuid') accountId!: string;
  @PrimaryColumn('text') key!: string;

  @Column('text') act!: string;

  /** SHA-256 of the act and its input: the same key with another payload is refused. */
  @Column('text') fingerprint!: string;

  /** Null only inside the transaction that claimed the key. */
  @Column('jsonb', { nullable: true })
  outcome!: Outcome | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
