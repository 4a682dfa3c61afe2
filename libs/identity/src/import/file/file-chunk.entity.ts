import { Column, Entity, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { UploadedFile } from './uploaded-file.entity.js';

/** A piece of a file, sealed: lists of members hold personal numbers. In the database, so that every node has it. */
@Entity()
export class FileChunk {
  @PrimaryColumn('uuid') fileId!: string;

  /** From 0; each but the last holds equally many bytes. */
  @PrimaryColumn('int') position!: number;

  @ManyToOne(() => UploadedFile, { nullable: false, onDelete: 'CASCADE' })
  file!: Relation<UploadedFile>;

  @Column('bytea') sealed!: Buffer;

  /** The key it was sealed with. */
  @Column('smallint') keyVersion!: number;
}
