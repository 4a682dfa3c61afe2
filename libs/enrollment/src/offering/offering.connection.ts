import { connectionOf } from '#platform';
import { OfferingType } from './offering.type.js';

export const OfferingConnection = connectionOf('Offering', () => OfferingType);
