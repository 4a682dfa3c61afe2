import { registerEnumType } from '@nestjs/graphql';

/** The two lines an organization answers to. */
export enum Line {
  SECTORAL = 'SECTORAL',
  TERRITORIAL = 'TERRITORIAL',
}

export const LINES = [Line.SECTORAL, Line.TERRITORIAL] as const;

/** The column of an organization that names its parent on each line. */
export const PARENT = { [Line.SECTORAL]: 'sectoralParentId', [Line.TERRITORIAL]: 'territorialParentId' } as const;

registerEnumType(Line, {
  name: 'Line',
  description: 'One of the two lines an organization answers to.',
  valuesMap: {
    SECTORAL: { description: 'Up its sector: branch, sectoral union, federation.' },
    TERRITORIAL: { description: 'Up its territory: trade union center, federation.' },
  },
});
