import type { Money } from '#platform';
import type { Offering } from './offering.entity.js';

/** What a seat costs, with at least two digits after the point as prices are written; null: nothing. */
export function moneyOf({ priceAmount, priceCurrency }: Offering): Money | null {
  if (priceAmount === null || priceCurrency === null) return null;
  const [whole, fraction = ''] = priceAmount.split('.');
  return { amount: `${whole}.${fraction.replace(/0+$/, '').padEnd(2, '0')}`, currency: priceCurrency };
}
