import { registerEnumType } from '@nestjs/graphql';

export enum FileFormat {
  CSV = 'CSV',
  XLSX = 'XLSX',
}

registerEnumType(FileFormat, {
  name: 'FileFormat',
  description: 'A kind of table file.',
  valuesMap: {
    CSV: { description: 'In UTF-8 with its mark, separated by semicolons, as spreadsheets of the region open it.' },
    XLSX: { description: 'A workbook of one sheet.' },
  },
});
