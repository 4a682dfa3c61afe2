import { Entity, Index, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Organization } from './organization.entity.js';

/** Who stands above whom over either line, everybody above themselves too: “all below” is one indexed predicate. */
@Entity()
@Index('organization_closure_by_descendant', ['descendantId', 'ancestorId'])
export class OrganizationClosure {
  @PrimaryColumn('uuid') ancestorId!: string;
  @PrimaryColumn('uuid') descendantId!: string;

  @ManyToOne(() => Organization, { nullable: false, onDelete: 'CASCADE' })
  ancestor!: Relation<Organization>;

  @ManyToOne(() => Organization, { nullable: false, onDelete: 'CASCADE' })
  descendant!: Relation<Organization>;
}
