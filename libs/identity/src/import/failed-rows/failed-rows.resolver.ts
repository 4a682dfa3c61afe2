import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { IsEnum, IsUUID } from 'class-validator';
import {
  Asked,
  CurrentViewer,
  DateTime,
  payload,
  type Reason,
  type RequestContext,
  Requires,
  type Viewer,
} from '#platform';
import { ExportFailedRowsError } from '../member-import.reasons.js';
import { FailedRows } from './failed-rows.service.js';
import { FileFormat } from './file-format.js';

@InputType({ description: 'Asks for the rows of a list that stay out, each with its reason.' })
export class ExportFailedRowsInput {
  @Field(() => ID, { description: 'The import, whose rows have been read.' })
  @IsUUID()
  importId!: string;

  @Field(() => FileFormat, { description: 'Kind of file.' })
  @IsEnum(FileFormat)
  format!: FileFormat;
}

@ObjectType('DownloadTicket', { description: 'Allows one file to be fetched, once, by whoever holds it.' })
export class DownloadTicket {
  @Field(() => String, { description: 'Path at this server to `GET`. It is shown once, so keep it secret until then.' })
  path!: string;

  @Field(() => DateTime, { description: 'Until when.' })
  expiresAt!: Date;
}

@ObjectType({ description: 'Answer to `exportFailedRows`.' })
export class ExportFailedRowsPayload {
  @Field(() => DownloadTicket, { nullable: true, description: 'Where to fetch the file. Null: refused.' })
  download!: DownloadTicket | null;

  @Field(() => [ExportFailedRowsError], { description: 'Why it was refused; empty when it was done.' })
  errors!: Reason[];
}

@Resolver()
export class FailedRowsResolver {
  constructor(private readonly failedRows: FailedRows) {}

  @Mutation(() => ExportFailedRowsPayload, {
    description:
      'Gives out the rows that stay out, as they were sent, with a column that tells why in the reader’s language; put right, they can be sent as a list of their own.',
  })
  @Requires('member.manage')
  exportFailedRows(
    @Args('input') input: ExportFailedRowsInput,
    @Asked() asked: RequestContext,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ExportFailedRowsPayload> {
    return payload(ExportFailedRowsPayload, async () => {
      const { ticket, expiresAt } = await this.failedRows.allow(asked, viewer, input);
      return { download: { path: `/downloads/${ticket}`, expiresAt } };
    });
  }
}
