import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsEnum, IsInt, IsOptional, IsUUID, Max, Min, ValidateNested } from 'class-validator';
import { PageArgs } from '#platform';
import { MemberField } from './member-field.js';
import { RowOutcome } from './member-import.enums.js';

const MOST_COLUMNS = 200;

@InputType({ description: 'Says what a column holds.' })
export class ImportColumnInput {
  @Field(() => Int, { description: 'Number of the column, from 1 for A.' })
  @IsInt()
  @Min(1)
  @Max(MOST_COLUMNS)
  number!: number;

  @Field(() => MemberField, { nullable: true, description: 'What it holds; null: it is not read.' })
  @IsOptional()
  @IsEnum(MemberField)
  field!: MemberField | null;
}

@InputType({ description: 'How a list is read, where it should not be guessed.' })
export class ReadingInput {
  @Field(() => [ImportColumnInput], {
    defaultValue: [],
    description: 'What columns hold; of those not named here it is guessed from their header.',
  })
  @ArrayMaxSize(MOST_COLUMNS)
  @ValidateNested({ each: true })
  @Type(() => ImportColumnInput)
  columns!: ImportColumnInput[];

  @Field(() => Int, {
    nullable: true,
    description: 'Number of the row with the headers, 1 to 10; 0: there is none; null: it is looked for.',
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(10)
  headerRow?: number | null;
}

@InputType({ description: 'Allows a list of members to be sent.' })
export class OpenMemberImportInput extends ReadingInput {
  @Field(() => ID, { description: 'Organization the members belong to, unless a row names one below it.' })
  @IsUUID()
  organizationId!: string;
}

@InputType({ description: 'Has a list read again, by other columns.' })
export class ChooseImportColumnsInput extends ReadingInput {
  @Field(() => ID, { description: 'The import; the file was read, or its names were not found, and nobody was added.' })
  @IsUUID()
  importId!: string;
}

@InputType({ description: 'Adds those whom a list names.' })
export class ImportMembersInput {
  @Field(() => ID, { description: 'The import, whose rows have been read.' })
  @IsUUID()
  importId!: string;

  @Field(() => [Int], {
    defaultValue: [],
    description:
      'Numbers of rows that may be somebody who is known (`MAY_BE_KNOWN`) and were found to be somebody else; at most 1,000.',
  })
  @ArrayMaxSize(1_000)
  @IsInt({ each: true })
  confirmDuplicates!: number[];
}

@InputType({ description: 'Takes out again whom an import brought in.' })
export class UndoMemberImportInput {
  @Field(() => ID, { description: 'The import, applied within the last 24 hours.' })
  @IsUUID()
  importId!: string;
}

@ArgsType()
export class ImportRowsArgs extends PageArgs {
  @Field(() => [RowOutcome], { nullable: true, description: 'Only rows of which this becomes; null: all.' })
  @IsOptional()
  @IsEnum(RowOutcome, { each: true })
  outcomes?: RowOutcome[] | null;
}
